/** The catalogue as a file to take away. */
import { catalogueForm } from '../../files/catalogue/catalogueForm.ts'
import { writeDocx } from '../../files/registers/writeDocx.ts'
import { writeXlsx } from '../../files/registers/writeXlsx.ts'
import type { CatalogueRow } from '../../model/catalogue/row.ts'
import { catalogueForm as words } from '../../text/catalogue.ts'
import { dayWords } from '../../text/review.ts'
import type { ExportedFile } from '../publish/exportFile.ts'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** `at`: ms since 1970. */
export async function catalogueFileOf(
  rows: readonly CatalogueRow[],
  format: 'xlsx' | 'docx',
  at: number,
): Promise<ExportedFile> {
  const date = dayWords(at)
  const content = await (format === 'xlsx' ? writeXlsx : writeDocx)([catalogueForm(rows, date)], date)
  return { name: `${words.fileName} ${date}.${format}`, blob: new Blob([content], { type: types[format] }) }
}
