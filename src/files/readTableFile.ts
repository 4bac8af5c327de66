/** Reads a table file of any supported kind, detected by content, not by name or extension. */
import { decodeText } from './tableSource/decodeText.ts'
import { readCsv, readTsv } from './tableSource/readDelimited.ts'
import { readHtmlTables } from './tableSource/readHtmlTables.ts'
import { chooseTable } from './tableReading/readTable.ts'
import { readXlsxTables, startsWith } from './tableSource/readXlsxTables.ts'
import { mostTableBytes, type Table } from './tableSource/table.ts'
import { findHeadings } from './tableReading/headings/findHeadings.ts'
import { TableFileError } from './tableSource/tableFileError.ts'

/**
 * Reads the best table of a file. Rejects with TableFileError above 20 MiB or if the file is
 * unreadable.
 */
export async function readTableFile(bytes: Uint8Array): Promise<Table> {
  if (bytes.length > mostTableBytes) throw new TableFileError('tableTooLarge')
  if (isWorkbook(bytes)) return chooseTable(await readXlsxTables(bytes))
  return readTableText(decodeText(bytes))
}

/** Reads a table from pasted text or the text of a file. */
export function readTableText(text: string): Table {
  if (/^\s*</.test(text) && /<table[\s>]/i.test(text)) return chooseTable(readHtmlTables(text))
  if (text.includes('\t')) return readTsv(text)
  const table = readCsv(text)
  return isTable(table) ? table : readTsv(text)
}

/**
 * Whether a comma-separated text is a table. Lines of names may contain commas (受理,登记), so commas
 * count only below headings, after numbers, or if every line has several.
 */
function isTable(table: Table): boolean {
  const found = findHeadings(table)
  if (found) return found.at >= 0 || found.columns.has('number')
  const rows = table.rows.filter((row) => row.some(({ text }) => text.trim() !== ''))
  return rows.every((row) => row.length > 2 && row.length === rows[0]?.length)
}

/** Whether the bytes are a zip (.xlsx) or a compound file (.xls, or .xlsx with password). */
function isWorkbook(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])
}
