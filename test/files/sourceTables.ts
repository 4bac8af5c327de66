/** The tables of a workbook and of HTML, as the readers of tables get them. */
import { readHtmlDocument } from '../../src/files/documentSource/readHtmlDocument.ts'
import { readWorkbook } from '../../src/files/documentSource/readWorkbook.ts'
import { tablesOf } from '../../src/files/documentSource/tablesOf.ts'
import type { Table } from '../../src/files/tableSource/table.ts'

export async function readXlsxTables(bytes: Uint8Array): Promise<readonly Table[]> {
  return tablesOf(await readWorkbook(bytes, 'xlsx'))
}

export function readHtmlTables(html: string): readonly Table[] {
  return tablesOf(readHtmlDocument(html))
}
