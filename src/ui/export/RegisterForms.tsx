import { useState } from 'react'
import { Button } from 'antd'
import type { Chart } from '../../model/chart.ts'
import type { ReviewRow } from '../../model/registers/reviewRow.ts'
import { formNames, formsDialog, formTitle, type FormName } from '../../text/paper/forms.ts'
import { useAppServices } from '../base/appServices.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { Field } from '../base/fields/Field.tsx'
import { useChart } from '../openChart/chartContext.ts'
import { useReviewing } from '../openChart/reviewing.ts'
import { download } from '../base/download.ts'
import type { RegisterFormat } from './registerFile.ts'
import { useToasts } from '../base/toastContext.ts'

const forms = formNames.map((value) => ({ value, label: formTitle[value] }))
const formats = (['xlsx', 'docx'] as const).map((value) => ({ value, label: formsDialog[value] }))

/** 登记表和清单, filled in from this chart for printing and signing. */
export function RegisterForms() {
  const chart = useChart()
  const { now } = useAppServices()
  const { message } = useToasts()
  const [form, setForm] = useState<FormName>('risk-list')
  const [format, setFormat] = useState<RegisterFormat>('xlsx')
  const [working, setWorking] = useState(false)
  const make = async () => {
    setWorking(true)
    try {
      const { registerFile } = await import('./registerFile.ts')
      const marks = form === 'review' ? await reviewRowsNow(chart) : []
      const file = await registerFile(chart, { form, format, date: dayOf(now()), marks })
      download(file)
      void message.success(formsDialog.done(file.name))
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      void message.error({ content: formsDialog.failed + why, duration: 10 })
    } finally {
      setWorking(false)
    }
  }
  return (
    <Field label={formsDialog.heading} help={formsDialog.hint}>
      <Choice
        label={formsDialog.form}
        value={form}
        options={forms}
        onChoose={(chosen) => chosen && setForm(chosen)}
      />
      <div className="field-row">
        <Choice
          label={formsDialog.format}
          value={format}
          options={formats}
          onChoose={(chosen) => chosen && setFormat(chosen)}
        />
        <Button block loading={working} onClick={() => void make()}>
          {formsDialog.download}
        </Button>
      </div>
    </Field>
  )
}

/** The known review; if none, the form is left blank for handwriting. */
async function reviewRowsNow(chart: Chart): Promise<readonly ReviewRow[]> {
  const { review } = useReviewing.getState()
  if (!review) return []
  const { reviewRows } = await import('../openChart/reviewRows.ts')
  return reviewRows(chart, review.marks)
}

/** Local date, yyyy-mm-dd. */
function dayOf(time: number): string {
  const day = new Date(time)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((number) => String(number).padStart(2, '0'))
    .join('-')
}
