import { Button, Select } from 'antd'
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import type { Id, Step } from '../../model/chart.ts'
import { connect, reconnect, removeFlowlines } from '../../model/edits/flowlines.ts'
import { setFields } from '../../model/edits/setFields.ts'
import { flowlinePanel, stepPanel } from '../../text/screen.ts'
import { useHouse } from '../house.ts'
import { useChart, useEdit } from '../room/chartContext.ts'
import { Field } from './Field.tsx'
import { TextField } from './TextField.tsx'

/** Where a step goes: one row an exit, with its words. */
export function ExitFields({ step }: { readonly step: Step }) {
  const chart = useChart()
  const edit = useEdit()
  const { newId } = useHouse()
  const exits = chart.flowlines.filter((line) => line.from === step.id)
  const others = chart.steps.flatMap((each, index) =>
    each.id === step.id ? [] : [{ value: each.id, label: `${index + 1} ${each.name}` }],
  )
  const taken = new Set(exits.map((line) => line.to))
  return (
    <Field label={stepPanel.next}>
      {exits.map((line) => (
        <div key={line.id} className="exit">
          <Select
            aria-label={stepPanel.next}
            showSearch={{ optionFilterProp: 'label' }}
            value={line.to}
            options={others}
            onChange={(to: Id) => edit((now) => reconnect(now, line.id, step.id, to))}
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
            onClick={() => edit((now) => removeFlowlines(now, [line.id]))}
          />
        </div>
      ))}
      <Select
        className="add-exit"
        variant="filled"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={stepPanel.addNext}
        aria-label={stepPanel.addNext}
        value={null}
        options={others.filter((option) => !taken.has(option.value))}
        onChange={(to: Id | null) => to && edit((now) => connect(now, step.id, to, newId()))}
      />
    </Field>
  )
}
