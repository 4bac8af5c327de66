import { useState } from 'react'
import { Button, Input } from 'antd'
import type { Day } from '../../model/control/controlEvent.ts'
import { dueOf, type ListedMeasure } from '../../model/control/measureList.ts'
import { measureDialog as words } from '../../text/screen/controlText.ts'
import { Field } from '../base/fields/Field.tsx'
import type { ControlDesk } from './useControlDesk.ts'

interface MoveFormProps {
  readonly row: ListedMeasure
  readonly scheduled: Day
  readonly desk: ControlDesk
  readonly onDone: () => void
}

/** 改期: another due day, with the reason. */
export function MoveForm({ row, scheduled, desk, onDone }: MoveFormProps) {
  const [due, setDue] = useState(dueOf(row) ?? scheduled)
  const [reason, setReason] = useState('')
  const save = async () => {
    if (await desk.give({ kind: 'move', measure: row.measure, scheduled, due, reason })) onDone()
  }
  return (
    <section className="control-form" aria-label={words.move}>
      <div className="field-row">
        <Field label={words.due}>
          <Input
            type="date"
            aria-label={words.due}
            value={due}
            onChange={(event) => setDue(event.target.value)}
          />
        </Field>
        <Field label={words.reason}>
          <Input
            aria-label={words.reason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      </div>
      <Button disabled={due === ''} onClick={() => void save()}>
        {words.move}
      </Button>
    </section>
  )
}
