/** The steps with their risks as a CSV file (RFC 4180), for Excel and WPS: UTF-8 with a byte order mark. */
import type { PlainScene } from '../plainScene.ts'
import { wholeTable } from '../sceneTables.ts'

const mark = '\uFEFF'

export function writeCsv(scene: PlainScene): string {
  const { columns, rows } = wholeTable(scene)
  const all = [columns.map(({ heading }) => heading), ...rows]
  return mark + all.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}

/** A blank before what a spreadsheet would compute keeps it a text. */
function csvCell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? ` ${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
