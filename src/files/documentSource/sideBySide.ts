/** Tables beside each other on a sheet, an empty column between them. */
import { findHeadings } from '../tableReading/headings/findHeadings.ts'
import { filled, type Cell, type Table, widthOf } from '../tableSource/table.ts'

/** Wider and longer ones are data, not tables that somebody has set beside each other. */
const most = { columns: 60, rows: 2000 } as const

/** The parts from left to right, if each is a table of steps or risks of its own; else the table alone. */
export function sideBySide<T extends Table>(table: T): readonly T[] {
  const width = widthOf(table)
  if (width > most.columns || table.rows.length > most.rows) return [table]
  for (let gap = 1; gap < width - 1; gap += 1) {
    // A title of the right one may stand over the gap, and stays with it.
    if (!table.rows.every((row) => isEmpty(row[gap]) || filled(row).length < 3)) continue
    const parts = [part(table, 0, gap), part(table, gap, width)] as const
    if (parts.every(isHeaded)) return [parts[0], ...sideBySide(parts[1])]
  }
  return [table]
}

function isEmpty(cell: Cell | undefined): boolean {
  return (cell?.text.trim() ?? '') === ''
}

function part<T extends Table>(table: T, from: number, to: number): T {
  return { ...table, rows: table.rows.map((row) => row.slice(from, to)) }
}

function isHeaded(table: Table): boolean {
  const found = findHeadings(table)
  return found !== undefined && found.at >= 0 && found.columns.has('name') && found.columns.size > 1
}
