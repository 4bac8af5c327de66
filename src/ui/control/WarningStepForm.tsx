/** The form of one step of a 预警 case. */
import { useCallback, useState } from 'react'
import { AutoComplete, Button, Input, Radio, Select } from 'antd'
import { whyNotWarning, type WarningCommand } from '../../model/control/decideWarning.ts'
import type { WarningCase, WarningStep } from '../../model/control/warningCase.ts'
import { warningColourShort, warningStepName } from '../../text/paper/warningForms.ts'
import { warningRefusals } from '../../text/messages/warningRefusals.ts'
import { warningText as words } from '../../text/screen/warningText.ts'
import { measureDialog } from '../../text/screen/controlText.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { useRequest } from '../base/api/useRequest.ts'
import { useApi } from '../base/appServices.ts'
import { Field } from '../base/fields/Field.tsx'
import { useToasts } from '../base/toastContext.ts'

type FieldName = keyof typeof words.fields
type Values = { readonly [F in FieldName]?: string | boolean }

const fieldsOfStep: { readonly [K in WarningStep]: readonly FieldName[] } = {
  open: ['source', 'problem', 'about', 'chart'],
  judge: ['stands', 'text'],
  treat: ['colour', 'way', 'addressee', 'deadline', 'goal', 'lead', 'number'],
  receipt: ['text', 'measures'],
  progress: ['stage', 'text'],
  mend: ['text'],
  review: ['passes', 'text'],
  askExtension: ['until', 'text'],
  decideExtension: ['grants', 'text'],
  close: ['text'],
}

const beginning: Values = { stands: true, passes: true, grants: true, colour: 'yellow' }

interface WarningStepFormProps {
  readonly step: WarningStep
  readonly warning: WarningCase | undefined
  readonly today: string
  readonly onDone: () => void
}

export function WarningStepForm({ step, warning, today, onDone }: WarningStepFormProps) {
  const server = useApi().control
  const { message } = useToasts()
  const [values, setValues] = useState<Values>({
    ...beginning,
    deadline: today,
    until: warning?.deadline ?? today,
  })
  const [sending, setSending] = useState(false)
  const fields = fieldsOfStep[step]
  const save = async () => {
    const said = fields.flatMap((field) => {
      const value = values[field] ?? ''
      return field === 'chart' && value === '' ? [] : [[field, value] as const]
    })
    const command = { kind: step, ...Object.fromEntries(said) } as unknown as WarningCommand
    // Rights and names are the server's to judge.
    const code = whyNotWarning(warning, command, { id: '', name: '·', post: '', may: () => true }, today)
    if (code !== undefined) return void message.warning({ content: warningRefusals[code], key: 'control' })
    setSending(true)
    try {
      await server.giveWarning(warning?.id, command)
      void message.success({ content: measureDialog.saved, key: 'control' })
      onDone()
    } catch (error) {
      void message.error({ content: sayServerError(error), duration: 8 })
    }
    setSending(false)
  }
  return (
    <section className="control-form" aria-label={warningStepName[step]}>
      {fields.map((field) => (
        <Field key={field} label={words.fields[field]}>
          <StepField
            field={field}
            value={values[field] ?? ''}
            onValue={(value) => setValues((before) => ({ ...before, [field]: value }))}
          />
        </Field>
      ))}
      <Button type="primary" loading={sending} onClick={() => void save()}>
        {warningStepName[step]}
      </Button>
    </section>
  )
}

interface StepFieldProps {
  readonly field: FieldName
  readonly value: string | boolean
  readonly onValue: (value: string | boolean) => void
}

function StepField({ field, value, onValue }: StepFieldProps) {
  const label = words.fields[field]
  switch (field) {
    case 'stands':
    case 'passes':
    case 'grants':
      return <YesOrNo field={field} value={value} onValue={onValue} />
    case 'colour':
      return <Choices label={label} said={warningColourShort} value={String(value)} onValue={onValue} />
    case 'deadline':
    case 'until':
      return (
        <Input
          type="date"
          aria-label={label}
          value={String(value)}
          onChange={(event) => onValue(event.target.value)}
        />
      )
    case 'source':
    case 'way':
      return (
        <AutoComplete
          aria-label={label}
          value={String(value)}
          options={(field === 'source' ? words.sources : words.ways).map((each) => ({ value: each }))}
          onChange={(next: string) => onValue(next)}
        />
      )
    case 'chart':
      return <ChartField value={String(value)} onValue={onValue} />
    case 'problem':
    case 'goal':
    case 'measures':
    case 'text':
      return (
        <Input.TextArea
          aria-label={label}
          autoSize={{ minRows: 1, maxRows: 6 }}
          value={String(value)}
          onChange={(event) => onValue(event.target.value)}
        />
      )
    case 'about':
    case 'number':
    case 'lead':
    case 'addressee':
    case 'stage':
      return (
        <Input aria-label={label} value={String(value)} onChange={(event) => onValue(event.target.value)} />
      )
  }
}

interface YesOrNoProps extends StepFieldProps {
  readonly field: 'stands' | 'passes' | 'grants'
}

function YesOrNo({ field, value, onValue }: YesOrNoProps) {
  return (
    <Choices
      label={words.fields[field]}
      said={{ true: words.yes[field], false: words.no[field] }}
      value={String(value)}
      onValue={(next) => onValue(next === 'true')}
    />
  )
}

interface ChoicesProps {
  readonly label: string
  readonly said: { readonly [value: string]: string }
  readonly value: string
  readonly onValue: (value: string) => void
}

function Choices({ label, said, value, onValue }: ChoicesProps) {
  return (
    <Radio.Group
      aria-label={label}
      options={Object.entries(said).map(([id, name]) => ({ value: id, label: name }))}
      value={value}
      onChange={(event) => onValue(String(event.target.value))}
    />
  )
}

/** The charts that one may read. */
function ChartField({ value, onValue }: Omit<StepFieldProps, 'field'>) {
  const server = useApi().catalogue
  const [found] = useRequest(useCallback(async () => (await server.read()).charts, [server]))
  const charts = found.state === 'loaded' ? found.value : []
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={words.fields.chart}
      placeholder={words.noChart}
      value={value === '' ? null : String(value)}
      options={charts.map(({ id, title }) => ({ value: id, label: title }))}
      onChange={(next: string | null | undefined) => onValue(next ?? '')}
    />
  )
}
