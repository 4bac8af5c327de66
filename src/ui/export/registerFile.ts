/** Makes the file of a register. Lazy: the writers are larger than the page. */
import { formsOf } from '../../files/registers/formsOf.ts'
import { writeDocx } from '../../files/registers/writeDocx.ts'
import { writeXlsx } from '../../files/registers/writeXlsx.ts'
import type { Chart } from '../../model/chart.ts'
import type { ReviewRow } from '../../model/registers/reviewRow.ts'
import { formsDialog, formTitle, type FormName } from '../../text/paper/forms.ts'
import type { ExportedFile } from '../base/download.ts'
import { fileTitle } from '../../text/paper/fileTitle.ts'

export type RegisterFormat = 'xlsx' | 'docx'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const satisfies Record<RegisterFormat, string>

export interface RegisterOrder {
  readonly form: FormName
  readonly format: RegisterFormat
  /** yyyy-mm-dd */
  readonly date: string
  /** Only for 审核意见表. */
  readonly marks?: readonly ReviewRow[]
}

export async function registerFile(
  chart: Chart,
  { form, format, date, marks = [] }: RegisterOrder,
): Promise<ExportedFile> {
  const forms = formsOf({ form, charts: [chart], date, marks })
  const content = await (format === 'xlsx' ? writeXlsx : writeDocx)(forms, date)
  const title = fileTitle(chart.header.title)
  const name = formsDialog.fileName(title, formTitle[form])
  return { name: `${name}.${format}`, blob: new Blob([content], { type: types[format] }) }
}
