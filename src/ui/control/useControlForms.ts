/** Makes 《防控措施落实情况表》 and the monthly reminder of what is listed, and hands them to the downloads. */
import type { MeasureList, MeasureQuery } from '../../model/control/measureList.ts'
import { formsDialog } from '../../text/paper/forms.ts'
import { measureFormWords, reminderWords } from '../../text/paper/controlForms.ts'
import { controlText } from '../../text/screen/controlText.ts'
import { useApi } from '../base/appServices.ts'
import { useToasts } from '../base/toastContext.ts'
import { useUnit } from '../base/unit/useUnit.ts'
import { saveForms, type FormFormat } from './saveForms.ts'

/** As many as the server gives at once. */
const mostRows = 20_000

type SaveForm = (form: 'register' | 'reminder', format: FormFormat) => Promise<void>

export function useControlForms({ today }: MeasureList, query: MeasureQuery): SaveForm {
  const server = useApi().control
  const { message } = useToasts()
  const unit = useUnit().name
  return async (form, format) => {
    try {
      const list = await server.measures(form === 'reminder' ? {} : query, mostRows)
      if (list.rows.length < list.total) throw new Error(controlText.cutShort(mostRows))
      const [{ measureForm }, { reminderForm }] = await Promise.all([
        import('../../files/registers/measureForm.ts'),
        import('../../files/registers/reminderForm.ts'),
      ])
      const { rows } = list
      const month = today.slice(0, 7)
      const { from, until } = query
      const made =
        form === 'register'
          ? measureForm({ rows, today, unit, from, until })
          : reminderForm({ rows, today, unit, month })
      const name = form === 'register' ? measureFormWords.title : reminderWords.title(month)
      await saveForms({ forms: [made], name, today, format })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      void message.error({ content: formsDialog.failed + why, duration: 10 })
    }
  }
}
