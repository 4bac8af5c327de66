/** Transposes a table whose headings are in the first column. */
import { headingWords } from '../../../text/recognition/headings.ts'
import { findHeadingRows, recognisedFields } from './findHeadingRows.ts'
import { meaningsOf } from './headingMeaning.ts'
import { filled, type Cell, type Table, widthOf } from '../../tableSource/table.ts'

/** Undefined if the headings are in a row. */
export function transposedTable(source: Table): Table | undefined {
  const table = withNames(source)
  const columns = widthOf(table)
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

/** The row of names may have no heading of its own, above 岗位, 时限 and 风险. */
function withNames(table: Table): Table {
  const at = table.rows.findIndex((row) => filled(row).length > 1)
  const below = new Set(table.rows.slice(at + 1).flatMap((row) => meaningsOf(row[0]?.text ?? '')[0] ?? []))
  const own = table.rows[at]
  const isUnnamed = own !== undefined && (own[0]?.text.trim() ?? '') === '' && filled(own).length > 1
  if (!isUnnamed || below.size < 3 || below.has('name') || below.has('detail')) return table
  // A usual table has its headings in this row.
  if (
    own.some(({ text }) => ['posts', 'limit', 'risk', 'measures', 'next'].includes(meaningsOf(text)[0] ?? ''))
  )
    return table
  const named = own.map((cell, column) => (column === 0 ? { text: headingWords.name[0] } : cell))
  return { ...table, rows: table.rows.map((row, index) => (index === at ? named : row)) }
}

function isHeaded(row: readonly Cell[]): boolean {
  return filled(row).length > 1 && meaningsOf(row[0]?.text ?? '').length > 0
}

function turnedCell(cell: Cell | undefined): Cell {
  if (!cell?.covered) return { text: cell?.text ?? '' }
  return { text: cell.text, covered: cell.covered === 'left' ? 'above' : 'left' }
}
