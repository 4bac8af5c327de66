import { useState } from 'react'
import { Button, Input, Radio } from 'antd'
import { checkResults, type CheckResult, type Day } from '../../model/control/controlEvent.ts'
import type { ListedMeasure } from '../../model/control/measureList.ts'
import { checkResultName } from '../../text/paper/controlForms.ts'
import { measureDialog as words } from '../../text/screen/controlText.ts'
import { Field } from '../base/fields/Field.tsx'
import type { ControlDesk } from './useControlDesk.ts'

interface CheckFormProps {
  readonly row: ListedMeasure
  readonly today: Day
  readonly desk: ControlDesk
}

/** 登记落实: how it went, and on which day. */
export function CheckForm({ row, today, desk }: CheckFormProps) {
  const [result, setResult] = useState<CheckResult>('done')
  const [doneOn, setDoneOn] = useState(today)
  const [note, setNote] = useState('')
  const [sending, setSending] = useState(false)
  const save = async () => {
    setSending(true)
    const { measure, scheduled } = row
    const isTaken = await desk.give({ kind: 'check', measure, scheduled, doneOn, result, note })
    setSending(false)
    if (isTaken) setNote('')
  }
  return (
    <section className="control-form" aria-label={words.enter}>
      <div className="field-row">
        <Field label={words.result}>
          <Radio.Group
            aria-label={words.result}
            options={checkResults.map((value) => ({ value, label: checkResultName[value] }))}
            value={result}
            onChange={(event) => setResult(event.target.value as CheckResult)}
          />
        </Field>
        <Field label={words.doneOn}>
          <Input
            type="date"
            aria-label={words.doneOn}
            max={today}
            value={doneOn}
            onChange={(event) => setDoneOn(event.target.value)}
          />
        </Field>
      </div>
      <Field label={words.note}>
        <Input.TextArea
          aria-label={words.note}
          placeholder={words.noteHint}
          autoSize={{ minRows: 1, maxRows: 6 }}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
      <Button type="primary" loading={sending} disabled={doneOn === ''} onClick={() => void save()}>
        {words.save}
      </Button>
    </section>
  )
}
