import { Button } from 'antd'
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import type { Step } from '../../model/chart.ts'
import { connect, reconnect, removeFlowlines } from '../../model/edits/flowlines.ts'
import { setFields } from '../../model/edits/setFields.ts'
import { flowlinePanel, stepPanel } from '../../text/screen/screen.ts'
import { useAppServices } from '../base/appServices.ts'
import { useChart, useEdit } from '../openChart/chartContext.ts'
import { removeSaying } from '../openChart/commands/removeSaying.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import { Choice } from '../base/fields/Choice.tsx'
import { Field } from '../base/fields/Field.tsx'
import { TextField } from '../base/fields/TextField.tsx'
import './ExitFields.css'

/** The exits of a step: one row each, with target and label. */
export function ExitFields({ step }: { readonly step: Step }) {
  const chart = useChart()
  const edit = useEdit()
  const situation = useSituation()
  const { newId } = useAppServices()
  const exits = chart.flowlines.filter((line) => line.from === step.id)
  const others = chart.steps.flatMap((each, index) =>
    each.id === step.id ? [] : [{ value: each.id, label: `${index + 1} ${each.name}` }],
  )
  const taken = new Set(exits.map((line) => line.to))
  return (
    <Field label={stepPanel.next}>
      {exits.map((line) => (
        <div key={line.id} className="exit">
          <Choice
            label={stepPanel.next}
            value={line.to}
            options={others}
            onChoose={(to) => to !== undefined && edit((now) => reconnect(now, line.id, step.id, to))}
          />
          <TextField
            label={stepPanel.label}
            hint={stepPanel.labelHint}
            value={line.label ?? ''}
            onCommit={(label) => edit((now) => setFields(now, 'flowlines', line.id, { label }))}
          />
          <Button
            type="text"
            size="small"
            aria-label={flowlinePanel.remove}
            icon={<CloseOutlined />}
            onClick={() => removeSaying(situation(), (now) => removeFlowlines(now, [line.id]))}
          />
        </div>
      ))}
      <Choice
        label={stepPanel.addNext}
        none={stepPanel.addNext}
        value={undefined}
        options={others.filter((option) => !taken.has(option.value))}
        onChoose={(to) => to !== undefined && edit((now) => connect(now, step.id, to, newId()))}
      />
    </Field>
  )
}
