/** One 预警 case: its course, and the steps that this person may take now. */
import { useState } from 'react'
import { Button, Modal } from 'antd'
import { openSteps } from '../../model/control/decideWarning.ts'
import type { WarningCase, WarningEvent, WarningStep } from '../../model/control/warningCase.ts'
import type { WarningList } from '../../model/control/warningList.ts'
import { warningColourShort, warningStateName, warningStepName } from '../../text/paper/warningForms.ts'
import { measureDialog } from '../../text/screen/controlText.ts'
import { dayWords } from '../../text/screen/review.ts'
import { warningText as words } from '../../text/screen/warningText.ts'
import { useEscape } from '../base/useEscape.ts'
import { WarningStepForm } from './WarningStepForm.tsx'
import { WhoEnters } from './WhoEnters.tsx'
import './MeasureDialog.css'

interface WarningDialogProps {
  /** Undefined: a new case. */
  readonly warning: WarningCase | undefined
  readonly may: WarningList['may']
  readonly today: string
  readonly onDone: () => void
  readonly onClose: () => void
}

export function WarningDialog({ warning, may, today, onDone, onClose }: WarningDialogProps) {
  useEscape(onClose)
  const title = warning ? `${warning.number}　${warning.opened.problem}` : words.add
  const done = () => {
    onDone()
    if (!warning) onClose()
  }
  return (
    <Modal
      keyboard={false}
      open
      centered
      width={760}
      title={title}
      onCancel={onClose}
      footer={
        <div className="dialog-foot">
          <span className="grow" />
          <Button onClick={onClose}>{measureDialog.close}</Button>
        </div>
      }
    >
      {may !== 'read' && <WhoEnters />}
      {warning ? (
        <>
          <Steps warning={warning} may={may} today={today} onDone={done} />
          <Course warning={warning} />
        </>
      ) : (
        <WarningStepForm step="open" warning={undefined} today={today} onDone={done} />
      )}
    </Modal>
  )
}

interface StepsProps {
  readonly warning: WarningCase
  readonly may: WarningList['may']
  readonly today: string
  readonly onDone: () => void
}

function Steps({ warning, may, today, onDone }: StepsProps) {
  const [chosen, setChosen] = useState<WarningStep | null>(null)
  const actor = {
    id: '',
    name: '',
    post: '',
    may: (right: 'write' | 'keep') => may === 'keep' || (may === 'write' && right === 'write'),
  }
  const steps = openSteps(warning, actor)
  const step = steps.find((one) => one === chosen) ?? (steps.length === 1 ? steps[0] : undefined)
  return (
    <>
      <p className="field-help">
        {warningStateName[warning.state]}
        {'　'}
        {steps.length === 0 ? words.waits : words.next}
      </p>
      {steps.length > 1 && (
        <div className="control-acts">
          {steps.map((one) => (
            <Button key={one} type={one === step ? 'primary' : 'default'} onClick={() => setChosen(one)}>
              {warningStepName[one]}
            </Button>
          ))}
        </div>
      )}
      {step && <WarningStepForm key={step} step={step} warning={warning} today={today} onDone={onDone} />}
    </>
  )
}

function Course({ warning }: { readonly warning: WarningCase }) {
  return (
    <>
      <h2 className="control-heading">{words.course}</h2>
      <ol className="control-records">
        {warning.events.map((event) => (
          <li key={`${event.kind} ${event.at}`}>
            <b>{warningStepName[event.kind]}</b>{' '}
            {words.by(event.by.name || measureDialog.unnamed, dayWords(event.at))}
            <p>{sayEvent(event)}</p>
          </li>
        ))}
      </ol>
    </>
  )
}

type FieldName = keyof typeof words.fields

/** What was written, field by field. */
function sayEvent(event: WarningEvent): string {
  const fields = Object.entries(words.fields) as [FieldName, string][]
  const values = event as unknown as { readonly [field: string]: string | boolean | undefined }
  return fields
    .flatMap(([field, label]) => {
      const value = values[field]
      // The number of a case stands in its title; 文号 is that of the warning.
      const isShown = field !== 'chart' && !(field === 'number' && event.kind === 'open')
      if (!isShown || value === undefined || value === '') return []
      return [`${label}：${sayFieldValue(field, value)}`]
    })
    .join('；')
}

function sayFieldValue(field: FieldName, value: string | boolean): string {
  if (typeof value === 'boolean') {
    const said: { readonly [field: string]: string } = value ? words.yes : words.no
    return said[field] ?? ''
  }
  const colours: { readonly [colour: string]: string } = warningColourShort
  return field === 'colour' ? (colours[value] ?? value) : value
}
