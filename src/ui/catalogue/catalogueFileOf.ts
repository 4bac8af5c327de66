/** Makes the catalogue's download file. */
import { catalogueForm } from '../../files/catalogue/catalogueForm.ts'
import { postedNow, publicCatalogue, publicCatalogueForm } from '../../files/catalogue/publicCatalogue.ts'
import { writeDocx } from '../../files/registers/writeDocx.ts'
import { writeXlsx } from '../../files/registers/writeXlsx.ts'
import type { CatalogueRow } from '../../model/catalogue/row.ts'
import { catalogueFormWords as words, publicCatalogueWords } from '../../text/screen/catalogue.ts'
import { dayWords } from '../../text/screen/review.ts'
import type { ExportedFile } from '../base/download.ts'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

export interface CatalogueFileWish {
  readonly format: 'xlsx' | 'docx'
  /** Internal (with risks and notes) or public. */
  readonly audience: 'inside' | 'public'
}

/** `at`: ms since 1970. */
export async function catalogueFileOf(
  rows: readonly CatalogueRow[],
  { format, audience }: CatalogueFileWish,
  at: number,
): Promise<ExportedFile & { readonly leftOut: number }> {
  const date = dayWords(at)
  const { form, leftOut } =
    audience === 'public' ? publicForm(rows, date) : { form: catalogueForm(rows, date), leftOut: 0 }
  const content = await (format === 'xlsx' ? writeXlsx : writeDocx)([form], date)
  const { fileName } = audience === 'public' ? publicCatalogueWords : words
  return {
    name: `${fileName} ${date}.${format}`,
    blob: new Blob([content], { type: types[format] }),
    leftOut,
  }
}

function publicForm(rows: readonly CatalogueRow[], date: string) {
  const { powers, leftOut } = publicCatalogue(rows, postedNow)
  return { form: publicCatalogueForm(powers, date), leftOut }
}
