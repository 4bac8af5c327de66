/** Transposes a table whose headings are in the first column. */
import { findHeadingRows, recognisedFields } from './findHeadingRows.ts'
import { meaningsOf } from './headingMeaning.ts'
import { filled, type Cell, type Table } from '../../tableSource/table.ts'

/** Undefined if the headings are in a row. */
export function transposedTable(table: Table): Table | undefined {
  const columns = Math.max(0, ...table.rows.map((row) => row.length))
  if (columns > 60 || table.rows.length > 60) return undefined
  const usual = recognisedFields(findHeadingRows(table)?.headings ?? []).size
  const first = table.rows
    .map((row) => meaningsOf(row[0]?.text ?? '')[0])
    .filter((field) => field !== undefined)
  const fields = new Set(first)
  if (!(fields.has('name') || fields.has('detail')) || fields.size < 2 || fields.size <= usual)
    return undefined
  // A title alone in its row is no heading: 会议费报销流程.
  const top = table.rows.findIndex(isHeaded)
  if (top < 0) return undefined
  const body = table.rows.slice(top)
  const turned = Array.from({ length: columns }, (_, at) => body.map((row) => turnedCell(row[at])))
  return { ...table, rows: [...table.rows.slice(0, top), ...turned] }
}

function isHeaded(row: readonly Cell[]): boolean {
  return filled(row).length > 1 && meaningsOf(row[0]?.text ?? '').length > 0
}

function turnedCell(cell: Cell | undefined): Cell {
  if (!cell?.covered) return { text: cell?.text ?? '' }
  return { text: cell.text, covered: cell.covered === 'left' ? 'above' : 'left' }
}
