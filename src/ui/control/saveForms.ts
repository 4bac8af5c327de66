import type { Form } from '../../files/registers/form.ts'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

export type FormFormat = keyof typeof types

interface SavedForms {
  readonly forms: readonly Form[]
  readonly name: string
  readonly today: string
  readonly format: FormFormat
}

/** Hands forms to the browser's downloads. The writers are fetched when they are needed: they are large. */
export async function saveForms({ forms, name, today, format }: SavedForms): Promise<void> {
  const [{ writeXlsx }, { writeDocx }, { download }] = await Promise.all([
    import('../../files/registers/writeXlsx.ts'),
    import('../../files/registers/writeDocx.ts'),
    import('../base/download.ts'),
  ])
  const write = format === 'xlsx' ? writeXlsx : writeDocx
  const blob = new Blob([await write(forms, today)], { type: types[format] })
  download({ name: `${name} ${today}.${format}`, blob })
}
