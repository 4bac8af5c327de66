import { useState } from 'react'
import { App, Button } from 'antd'
import { formNames, formsDialog, formTitle, type FormName } from '../../text/forms.ts'
import { useHouse } from '../house.ts'
import { Choice } from '../panels/Choice.tsx'
import { Field } from '../panels/Field.tsx'
import { useChart } from '../room/chartContext.ts'
import { download } from './exportFile.ts'
import type { RegisterFormat } from './registerFile.ts'

const forms = formNames.map((value) => ({ value, label: formTitle[value] }))
const formats = (['xlsx', 'docx'] as const).map((value) => ({ value, label: formsDialog[value] }))

/** 登记表和清单: filled in from this chart, as the offices print and sign them. */
export function RegisterForms() {
  const chart = useChart()
  const { now } = useHouse()
  const { message } = App.useApp()
  const [form, setForm] = useState<FormName>('risk-list')
  const [format, setFormat] = useState<RegisterFormat>('xlsx')
  const [working, setWorking] = useState(false)
  const make = async () => {
    setWorking(true)
    try {
      const { registerFile } = await import('./registerFile.ts')
      const file = await registerFile(chart, { form, format, date: dayOf(now()) })
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

/** The day as it is where the person sits, yyyy-mm-dd. */
function dayOf(time: number): string {
  const day = new Date(time)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((number) => String(number).padStart(2, '0'))
    .join('-')
}
