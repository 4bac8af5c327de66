/** Makes 《防控措施落实情况表》 and the monthly reminder of what is listed, and hands them to the downloads. */
import type { MeasureList, MeasureQuery } from '../../model/control/measureList.ts'
import { measureFormWords, reminderWords } from '../../text/paper/controlForms.ts'
import { controlText } from '../../text/screen/controlText.ts'
import { useApi } from '../base/appServices.ts'
import { useSaveForms, type FormFormat } from './useSaveForms.ts'

/** As many as the server gives at once. */
const mostRows = 20_000

type SaveForm = (form: 'register' | 'reminder', format: FormFormat) => Promise<void>

export function useControlForms({ today }: MeasureList, query: MeasureQuery): SaveForm {
  const server = useApi().control
  const save = useSaveForms()
  return async (form, format) =>
    save(async (unit) => {
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
      return { forms: [made], name, today, format }
    })
}
