/**
 * Converts lists without headings to a table: 申请→受理→办结 on one line, and numbered paragraphs from Word.
 * Bracketed text after a name is its post or limit; further text of a paragraph is its note.
 */
import { readTimeLimit } from '../../../model/time/readTimeLimit.ts'
import { outlineHeadings } from '../../../text/recognition/headings.ts'
import {
  arrows,
  headAndRest,
  lineNumber,
  noteLine,
  outlineTitle,
} from '../../../text/recognition/tableWords.ts'
import { looksLikePost } from '../cells/readPostNames.ts'
import { splitOutside, trailingBrackets } from '../cells/splitOutside.ts'
import { numberIn } from '../cells/stepNumber.ts'
import { filled, tableOf, type Table } from '../../tableSource/table.ts'

interface Item {
  readonly number: string
  readonly text: string
  /** Unnumbered lines below it. */
  readonly more: readonly string[]
}

/** Undefined if it is not such a list. Row numbers equal line numbers. */
export function outlineTable(table: Table): Table | undefined {
  const rows = table.rows.map((row) => filled(row).map((cell) => cell.text.trim()))
  if (rows.some((cells) => cells.length > 1)) return undefined
  const lines = rows.flatMap(([line]) => line ?? []).flatMap((line) => line.split('\n'))
  return chainTable(lines) ?? paragraphs(lines)
}

/** Reads 申请→受理→办结; a separate line above is the title. */
function chainTable(lines: readonly string[]): Table | undefined {
  const chains = lines.filter((line) => parted(line).length > 2)
  const others = lines.filter((line) => !chains.includes(line))
  if (chains.length !== 1 || others.length > 3) return undefined
  const items = parted(chains[0]!).map((text, at) => ({ number: String(at + 1), text, more: [] }))
  return listed(items, others)
}

function parted(line: string): readonly string[] {
  return line
    .replace(/[。.]$/, '')
    .split(arrows)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Reads at least two paragraphs numbered from 1. */
function paragraphs(lines: readonly string[]): Table | undefined {
  const items: Item[] = []
  const above: string[] = []
  const below: string[] = []
  for (const line of lines.filter((each) => each.trim() !== '')) {
    const number = numberOf(line)
    const last = items.at(-1)
    if (number === String(items.length + 1))
      items.push({ number, text: line.replace(lineNumber, '').trim(), more: [] })
    else if (noteLine.test(line.trim())) below.push(line.trim())
    else if (last) items[items.length - 1] = { ...last, more: [...last.more, line.trim()] }
    else above.push(line.trim())
  }
  const saysMore = above.length > 0 || items.some(isLong)
  return items.length > 1 && saysMore ? listed(items, [...above, ...below]) : undefined
}

function isLong({ text, more }: Item): boolean {
  return more.length > 0 || headAndRest.test(text) || hintsIn(text).post !== '' || hintsIn(text).limit !== ''
}

function numberOf(line: string): string | undefined {
  const found = lineNumber.exec(line)
  const written = found?.slice(1).find((part) => part !== undefined)
  return written === undefined ? undefined : numberIn(written)
}

function listed(items: readonly Item[], others: readonly string[]): Table {
  const titles = others.filter((line) => !noteLine.test(line)).map((line) => line.replace(outlineTitle, ''))
  const notes = others.filter((line) => noteLine.test(line))
  return tableOf(
    [
      ...titles.map((title) => [title]),
      [...outlineHeadings],
      ...items.map(rowOf),
      ...notes.map((note) => [note]),
    ],
    [],
  )
}

function rowOf({ number, text, more }: Item): readonly string[] {
  const [, head, rest] = headAndRest.exec(text) ?? []
  const { name, post, limit } = hintsIn(head ?? text.replace(/[。；;]$/, ''))
  return [number, name, post, limit, [rest, ...more].filter((each) => each !== undefined).join('\n')]
}

/** Reads 受理（乡镇残联，1个工作日） only if all of the bracketed text is understood. */
function hintsIn(text: string): { readonly name: string; readonly post: string; readonly limit: string } {
  const brackets = trailingBrackets(text)
  const whole = { name: text, post: '', limit: '' }
  if (!brackets || brackets.before === '') return whole
  const parts = splitOutside(brackets.inside, /[，,；;、]/).map((part) => part.trim())
  const limits = parts.filter((part) => readTimeLimit(part).kind !== 'unread')
  const posts = parts.filter((part) => !limits.includes(part) && looksLikePost(part))
  if (limits.length > 1 || limits.length + posts.length < parts.length) return whole
  return { name: brackets.before, post: posts.join('、'), limit: limits[0] ?? '' }
}
