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
import type { Candidate } from './documentReading.ts'

const fewestColumns = 3
const mostColumns = 12
const fewestRows = 2

export function readCellLines({ blocks }: SourceDocument): readonly Candidate[] {
  if (blocks.some(({ kind }) => kind === 'table')) return []
  const lines = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : []))
  for (let at = 0; at + fewestColumns < lines.length; at += 1) {
    const heads = headingsAt(lines, at)
    if (heads.length < fewestColumns) continue
    const rows = rowsBelow(lines, at + heads.length, heads)
    if (rows.length < fewestRows) continue
    const end = at + heads.length * (rows.length + 1)
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
        doubts: [{ doubt: 'cellLines', other: heads.length }],
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
