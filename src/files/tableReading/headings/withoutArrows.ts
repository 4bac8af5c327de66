/** Arrows that stand alone in cells between steps are drawing, not text. Rows keep their numbers. */
import type { Table } from '../../tableSource/table.ts'

const onlyArrow = /^[→➡⇒⟶↓⇩⬇▼▽➔➜➤↘↙⇨\s]+$|^\s*(?:[-—=]+>)\s*$/

function isArrow(text: string): boolean {
  return text.length < 10 && onlyArrow.test(text) && text.trim() !== ''
}

export function withoutArrows(table: Table): Table {
  if (!table.rows.some((row) => row.some(({ text }) => isArrow(text)))) return table
  return {
    ...table,
    rows: table.rows.map((row) => row.map((cell) => (isArrow(cell.text) ? { ...cell, text: '' } : cell))),
  }
}
