import { useState } from 'react'
import { Button, Input, InputNumber } from 'antd'
import type { MeetingRecord, PublicityRecord, RungRecord } from '../../model/review/rungRecord.ts'
import { recordText as text } from '../../text/paper/reviewRecords.ts'
import { dayWords, ladderText } from '../../text/screen/review.ts'
import { useAppServices } from '../base/appServices.ts'
import { Field } from '../base/fields/Field.tsx'
import { SayField } from './SayField.tsx'
import './NoticeForm.css'
import './reviewActs.css'

interface RungRecordFormProps {
  readonly rung: string
  readonly asks: RungRecord['what']
  /** Open errors of the checks that want a reason; 0 where none does. */
  readonly errors: number
  /** Returns whether it succeeded. */
  readonly onPass: (record: RungRecord, reason: string) => Promise<boolean>
  readonly onDone: () => void
}

/** What a rung asks to be written down, before it is passed. */
export function RungRecordForm({ rung, asks, errors, onPass, onDone }: RungRecordFormProps) {
  const { now } = useAppServices()
  const today = dayWords(now())
  const [record, setRecord] = useState<RungRecord>(() =>
    asks === 'meeting' ? meetingOf(today) : postedOf(today),
  )
  const [reason, setReason] = useState('')
  const [sending, setSending] = useState(false)
  const pass = async () => {
    setSending(true)
    const done = await onPass(record, reason)
    setSending(false)
    if (done) onDone()
  }
  return (
    <section className="notice-form" aria-label={text[record.what]}>
      <strong>{text[record.what]}</strong>
      {record.what === 'meeting' ? (
        <MeetingFields record={record} onRecord={setRecord} />
      ) : (
        <PublicityFields record={record} onRecord={setRecord} />
      )}
      {errors > 0 && <SayField label={ladderText.despite(errors)} text={reason} onText={setReason} />}
      <div className="review-acts">
        <Button size="small" type="primary" loading={sending} onClick={() => void pass()}>
          {ladderText.pass(rung)}
        </Button>
        <Button size="small" onClick={onDone}>
          {ladderText.cancel}
        </Button>
      </div>
    </section>
  )
}

function meetingOf(on: string): MeetingRecord {
  return { what: 'meeting', on, place: '', due: 0, present: 0, decision: text.usual, dissent: '' }
}

function postedOf(today: string): PublicityRecord {
  return { what: 'publicity', from: today, until: today, place: '', objections: '', answers: '' }
}

interface FieldsProps<R> {
  readonly record: R
  readonly onRecord: (record: R) => void
}

function MeetingFields({ record, onRecord }: FieldsProps<MeetingRecord>) {
  const set = (change: Partial<MeetingRecord>) => onRecord({ ...record, ...change })
  return (
    <>
      <Day label={text.on} value={record.on} onDay={(on) => set({ on })} />
      <Line label={text.place} value={record.place} onText={(place) => set({ place })} />
      <div className="field-row">
        <Count label={text.due} value={record.due} onCount={(due) => set({ due })} />
        <Count label={text.present} value={record.present} onCount={(present) => set({ present })} />
      </div>
      <Line label={text.decision} value={record.decision} onText={(decision) => set({ decision })} />
      <SayField label={text.dissent} text={record.dissent} onText={(dissent) => set({ dissent })} />
    </>
  )
}

function PublicityFields({ record, onRecord }: FieldsProps<PublicityRecord>) {
  const set = (change: Partial<PublicityRecord>) => onRecord({ ...record, ...change })
  return (
    <>
      <Day label={text.from} value={record.from} onDay={(from) => set({ from })} />
      <Day label={text.until} value={record.until} onDay={(until) => set({ until })} />
      <Line label={text.posted} value={record.place} onText={(place) => set({ place })} />
      <SayField
        label={text.objections}
        text={record.objections}
        onText={(objections) => set({ objections })}
      />
      {record.objections.trim() !== '' && (
        <SayField label={text.answers} text={record.answers} onText={(answers) => set({ answers })} />
      )}
    </>
  )
}

interface DayProps {
  readonly label: string
  readonly value: string
  readonly onDay: (day: string) => void
}

function Day({ label, value, onDay }: DayProps) {
  return (
    <Field label={label}>
      <Input type="date" aria-label={label} value={value} onChange={(event) => onDay(event.target.value)} />
    </Field>
  )
}

interface LineProps {
  readonly label: string
  readonly value: string
  readonly onText: (text: string) => void
}

function Line({ label, value, onText }: LineProps) {
  return (
    <Field label={label}>
      <Input
        aria-label={label}
        maxLength={200}
        value={value}
        onChange={(event) => onText(event.target.value)}
      />
    </Field>
  )
}

interface CountProps {
  readonly label: string
  readonly value: number
  readonly onCount: (count: number) => void
}

function Count({ label, value, onCount }: CountProps) {
  return (
    <Field label={label}>
      <InputNumber
        aria-label={label}
        min={0}
        max={1000}
        precision={0}
        value={value === 0 ? null : value}
        onChange={(count) => onCount(count ?? 0)}
      />
    </Field>
  )
}
