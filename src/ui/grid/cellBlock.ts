/** Blocks of cells as Excel and WPS put them on the clipboard and take them from it. */
import { readTsv } from '../../files/tableSource/readDelimited.ts'
import { readHtmlTables } from '../../files/tableSource/readHtmlTables.ts'

export type CellBlock = readonly (readonly string[])[]

/** Tabs between cells; a cell with a line end, a tab or a quote stands in quotes. */
export function writeBlock(block: CellBlock): string {
  return block.map((row) => row.map(quoted).join('\t')).join('\r\n')
}

function quoted(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Word puts no cells into its plain text: a cell of two paragraphs would be two rows. */
export function readBlock(text: string, html: string): CellBlock {
  const fromWord = /office:word|content="?Microsoft Word/i.test(html) ? readHtmlTables(html)[0] : undefined
  const { rows } = fromWord ?? readTsv(text)
  return rows.map((row) => row.map((cell) => ('covered' in cell && cell.covered ? '' : cell.text)))
}
