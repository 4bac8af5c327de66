/**
 * Reader: a table whose cells came as one line each, as editors without tables paste them. The headings
 * say how many cells a row has; a column that can be checked (numbers, limits, posts) must agree.
 */
import { readTimeLimit } from '../../model/time/readTimeLimit.ts'
import { emptyCell } from '../../text/recognition/tableWords.ts'
import type { SourceDocument } from '../documentSource/sourceDocument.ts'
import { looksLikePost } from '../tableReading/cells/readPostNames.ts'
import { numberIn } from '../tableReading/cells/stepNumber.ts'
import { meaningsOf } from '../tableReading/headings/headingMeaning.ts'
import { tableOf } from '../tableSource/table.ts'
import { linesOf } from './cellsAsLines.ts'
import type { Candidate } from './documentReading.ts'

const fewestColumns = 3
const mostColumns = 12
const fewestRows = 2

export function readCellLines({ blocks }: SourceDocument): readonly Candidate[] {
  if (blocks.some(({ kind }) => kind === 'table')) return []
  const lines = linesOf({ blocks, notes: [] })
  for (let at = 0; at + fewestColumns < lines.length; at += 1) {
    const heads = headingsAt(lines, at)
    if (heads.length < fewestColumns) continue
    const below = lines.slice(at + heads.length)
    const even = rowsBelow(lines, at + heads.length, heads)
    const numbered = rowsByNumber(below, heads)
    const rows = numbered.rows.length >= even.length ? numbered.rows : even
    // A row with a cell too much: what comes after it would be lost.
    const isCut =
      rows === even &&
      below.slice(even.length * heads.length).some((line) => bareNumber(line) === even.length + 1)
    if (rows.length < fewestRows || isCut) continue
    const end = at + heads.length + (rows === numbered.rows ? numbered.lines : heads.length * rows.length)
    return [
      {
        kind: 'lines',
        where: '',
        table: {
          ...tableOf([heads, ...rows], []),
          before: lines.slice(Math.max(0, at - 3), at),
          after: lines.slice(end, end + 6),
        },
        weight: 95,
        doubts: [{ doubt: 'cellLines', ...(rows === even && { other: heads.length }) }],
      },
    ]
  }
  return []
}

function headingsAt(lines: readonly string[], at: number): readonly string[] {
  const heads: string[] = []
  for (const line of lines.slice(at, at + mostColumns)) {
    if (line.length > 10 || /[:：]/.test(line) || meaningsOf(line).length === 0) break
    heads.push(line)
  }
  return heads.some((head) => meaningsOf(head)[0] === 'name') ? heads : []
}

/** Whole rows, as long as every column that can be checked fits. */
function rowsBelow(
  lines: readonly string[],
  from: number,
  heads: readonly string[],
): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = []
  for (let at = from; at + heads.length <= lines.length; at += heads.length) {
    const row = lines.slice(at, at + heads.length)
    const checks = heads.flatMap((head, column) => fits(head, row[column]!, rows.length + 1) ?? [])
    if (checks.length === 0 || checks.includes(false)) break
    rows.push(row)
  }
  return rows
}

/** Undefined where the column cannot be checked. */
function fits(head: string, cell: string, row: number): boolean | undefined {
  if (emptyCell.test(cell)) return undefined
  const [field] = meaningsOf(head)
  if (field === 'number') return numberIn(cell) === String(row)
  if (field === 'limit') return readTimeLimit(cell).kind !== 'unread'
  if (field === 'posts') return looksLikePost(cell) || undefined
  return undefined
}

/**
 * Rows that begin with their number on a line of its own; further items in a cell (2.定期轮岗) go on with
 * the line above. All rows have to come out with as many cells as there are headings.
 */
function rowsByNumber(lines: readonly string[], heads: readonly string[]) {
  const rows: (readonly string[])[] = []
  const none = { rows: [], lines: 0 }
  if (meaningsOf(heads[0]!)[0] !== 'number') return none
  let taken = 0
  while (taken < lines.length && bareNumber(lines[taken]!) === rows.length + 1) {
    const next = lines.findIndex((line, at) => at > taken && bareNumber(line) === rows.length + 2)
    const cells = joinedItems(lines.slice(taken, next < 0 ? undefined : next))
    if (next >= 0 && cells.length !== heads.length) return none
    if (cells.length < heads.length) return none
    const row = cells.slice(0, heads.length)
    rows.push(row.map((each) => each.join('\n')))
    taken += row.flat().length
    if (next < 0) break
  }
  return { rows, lines: taken }
}

function bareNumber(line: string): number | undefined {
  return /^\d{1,2}$/.test(line.trim()) ? Number(line) : undefined
}

const furtherItem = /^(?:[2-9]|1\d)\s*[.．、）)]|^[②-⑳]|^[（(](?:[2-9二三四五六七八九])[）)]/

function joinedItems(lines: readonly string[]): readonly (readonly string[])[] {
  const cells: string[][] = []
  for (const line of lines) {
    if (furtherItem.test(line) && cells.length > 0) cells.at(-1)!.push(line)
    else cells.push([line])
  }
  return cells
}
