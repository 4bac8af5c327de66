/** Reads and writes clipboard blocks of cells in the format of Excel and WPS. */
import { readTsv } from '../../files/tableSource/readDelimited.ts'
import { readHtmlDocument } from '../../files/documentSource/readHtmlDocument.ts'
import { tablesOf } from '../../files/documentSource/tablesOf.ts'

export type CellBlock = readonly (readonly string[])[]

/** Tab-separated; a cell with a line end, tab or quote is quoted. */
export function writeBlock(block: CellBlock): string {
  return block.map((row) => row.map(quoted).join('\t')).join('\r\n')
}

function quoted(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Word's plain text does not quote cells, so a cell of two paragraphs would become two rows; use
 * its HTML.
 */
export function readBlock(text: string, html: string): CellBlock {
  const fromWord = /office:word|content="?Microsoft Word/i.test(html)
    ? tablesOf(readHtmlDocument(html))[0]
    : undefined
  const { rows } = fromWord ?? readTsv(text)
  return rows.map((row) => row.map((cell) => ('covered' in cell && cell.covered ? '' : cell.text)))
}
