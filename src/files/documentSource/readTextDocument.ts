/**
 * Reads text: tables of tabs, commas or bars (Markdown), and paragraphs. A tab after a number is Word's
 * list, not a table.
 */
import { lineNumber } from '../../text/recognition/tableWords.ts'
import { findHeadings } from '../tableReading/headings/findHeadings.ts'
import { readCsv, readTsv } from '../tableSource/readDelimited.ts'
import { tableOf, type Cell, type Table } from '../tableSource/table.ts'
import { alignedTable } from './alignedTable.ts'
import { mostBlocks } from './visibleText.ts'
import { paragraph, type SourceBlock, type SourceDocument } from './sourceDocument.ts'

export function readTextDocument(content: string): SourceDocument {
  const text = content
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
    .replaceAll('\f', '\n')
  const listed = text.replaceAll(/^[^\t\n]*\t/gm, (head) => (isNumber(head) ? head.replace('\t', ' ') : head))
  if (listed.includes('\t')) return { blocks: [{ kind: 'table', table: readTsv(text) }], notes: [] }
  return { blocks: commaBlocks(text) ?? markedBlocks(listed), notes: [] }
}

/** Undefined if the text is no table of commas. */
function commaBlocks(text: string): readonly SourceBlock[] | undefined {
  const separator = /^sep=([,;])\n/i.exec(text)
  if (separator) return [{ kind: 'table', table: readCsv(text.slice(separator[0].length)) }]
  // Whether it is a table shows at its beginning; a book need not be parsed for it.
  if (text.length > longText && !isTable(readCsv(text.slice(0, text.lastIndexOf('\n', longText) + 1))))
    return undefined
  const table = readCsv(text)
  return isTable(table) ? [{ kind: 'table', table }] : undefined
}

const longText = 20_000

/** 1.⇥ before the only words of the line. */
function isNumber(head: string): boolean {
  return lineNumber.exec(head)?.[0].trim() === head.trim() && head.trim() !== ''
}

/**
 * Whether a comma-separated text is a table. Lines of names may contain commas (受理,登记), so commas
 * count only below headings, after numbers, or if every line has several.
 */
function isTable(table: Table): boolean {
  const rows = table.rows.filter((row) => row.some(({ text }) => text.trim() !== ''))
  if (rows.every((row) => row.length < 2)) return false
  const found = findHeadings(table)
  if (found)
    return areOfOneWidth(rows.slice(Math.max(0, found.at))) && (found.at >= 0 || found.columns.has('number'))
  return rows.length > 1 && rows.every((row) => row.length > 2 && row.length === rows[0]?.length)
}

/** Sentences have commas here and there; most rows of a table have as many as the others. */
function areOfOneWidth(rows: readonly (readonly Cell[])[]): boolean {
  const wide = rows.filter((row) => row.length > 1)
  const alike = wide.map((row) => wide.filter((other) => other.length === row.length).length)
  return wide.length * 2 > rows.length && Math.max(0, ...alike) * 5 >= wide.length * 3
}

const bar = /^\s*\|.*\|\s*$/
const rule = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*$/
/** Lines of a drawn frame: ├───┼───┤, +---+---+. */
const frame = /^\s*[+┌┍┏╔├┝┣╠└┕┗╚][-=+─━═┄┬┳┼╋┴┻╦╬╩┐┑┓╗┤┥┫╣┘┙┛╝]{2,}\s*$/
const drawnBar = /^(\s*)[│┃║｜](.*)[│┃║｜](\s*)$/

function markedBlocks(text: string): readonly SourceBlock[] {
  const blocks: SourceBlock[] = []
  let rows: string[][] = []
  let framed: string[][][] = []
  const endTable = () => {
    const drawn = framed.length > 0 ? framedRows([...framed, rows]) : rows
    if (drawn.length > 0) blocks.push({ kind: 'table', table: tableOf(drawn, []) })
    rows = []
    framed = []
  }
  const lines = text
    .split('\n')
    .map((line) => (drawnBar.test(line) ? line.replaceAll(/[│┃║｜]/g, '|') : line))
  const isMarked = lines.some(
    (line) => rule.test(line) || /^#{1,6}\s/.test(line) || /\*\*[^*]+\*\*/.test(line),
  )
  let skipped = 0
  for (const [at, line] of lines.entries()) {
    if (at < skipped) continue
    if (blocks.length > mostBlocks) break
    if (frame.test(line)) {
      framed.push(rows)
      rows = []
      continue
    }
    if (bar.test(line) || (rows.length > 0 && rule.test(line))) {
      if (!rule.test(line)) rows.push(cellsIn(line))
      continue
    }
    endTable()
    const aligned = alignedTable(lines, at)
    if (aligned) {
      blocks.push({ kind: 'table', table: tableOf(aligned.rows, []) })
      skipped = at + aligned.lines
      continue
    }
    const words = isMarked ? plain(line) : line
    if (words.trim() !== '' && !/^\s*(?:```|---+\s*$)/.test(words)) blocks.push(paragraph(words.trim()))
  }
  endTable()
  return blocks
}

/** Lines between two rules of a frame are one row, if rules part more than headings and body. */
function framedRows(groups: readonly (readonly string[][])[]): string[][] {
  const filled = groups.filter((group) => group.length > 0)
  if (filled.length < 3) return filled.flat()
  return filled.map((group) =>
    (group[0] ?? []).map((_, at) =>
      group
        .map((row) => row[at] ?? '')
        .filter((text) => text !== '')
        .join('\n'),
    ),
  )
}

function cellsIn(line: string): string[] {
  return line
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => plain(cell.replaceAll(String.raw`\|`, '|').replaceAll(/<br\s*\/?>/gi, '\n')).trim())
}

/** Without the marks of headings, bold, code and quotes. */
function plain(line: string): string {
  return line
    .replace(/^\s*(?:#{1,6}\s+|>\s+)/, '')
    .replaceAll(
      /\*\*([^*]+)\*\*|__([^_]+)__|`([^`]+)`/g,
      (_, a?: string, b?: string, c?: string) => a ?? b ?? c ?? '',
    )
}
