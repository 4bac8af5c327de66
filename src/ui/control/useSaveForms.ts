import type { Form } from '../../files/registers/form.ts'
import { formsDialog } from '../../text/paper/forms.ts'
import { useToasts } from '../base/toastContext.ts'
import { useUnit } from '../base/unit/useUnit.ts'

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

/** Makes forms of the unit's name and hands them to the downloads; says why it failed. */
export function useSaveForms() {
  const { message } = useToasts()
  const unit = useUnit().name
  return async (make: (unit: string | undefined) => Promise<SavedForms>): Promise<void> => {
    try {
      await saveForms(await make(unit))
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      void message.error({ content: formsDialog.failed + why, duration: 10 })
    }
  }
}

/** The writers are fetched when they are needed: they are large. */
async function saveForms({ forms, name, today, format }: SavedForms): Promise<void> {
  const [{ writeXlsx }, { writeDocx }, { download }] = await Promise.all([
    import('../../files/registers/writeXlsx.ts'),
    import('../../files/registers/writeDocx.ts'),
    import('../base/download.ts'),
  ])
  const write = format === 'xlsx' ? writeXlsx : writeDocx
  const blob = new Blob([await write(forms, today)], { type: types[format] })
  download({ name: `${name} ${today}.${format}`, blob })
}
