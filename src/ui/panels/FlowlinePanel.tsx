import { Button } from 'antd'
import DeleteOutlined from '@ant-design/icons/DeleteOutlined'
import type { Flowline } from '../../model/chart.ts'
import { removeFlowlines } from '../../model/edits/flowlines.ts'
import { setFields } from '../../model/edits/setFields.ts'
import { flowlinePanel, stepPanel } from '../../text/screen/screen.ts'
import { useChart, useEdit } from '../openChart/chartContext.ts'
import { removeSaying } from '../openChart/commands/removeSaying.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import { select } from '../openChart/session.ts'
import { Field } from '../base/fields/Field.tsx'
import { TextField } from '../base/fields/TextField.tsx'
import './FlowlinePanel.css'

/** The form of the selected flowline. */
export function FlowlinePanel({ line }: { readonly line: Flowline }) {
  const chart = useChart()
  const edit = useEdit()
  const situation = useSituation()
  const nameOf = (id: string) => chart.steps.find((step) => step.id === id)?.name
  return (
    <>
      <h2>{flowlinePanel.heading}</h2>
      <p className="ends">
        {flowlinePanel.from}“{nameOf(line.from)}”{flowlinePanel.to}“{nameOf(line.to)}”
      </p>
      <Field label={flowlinePanel.label}>
        <TextField
          label={flowlinePanel.label}
          hint={stepPanel.labelHint}
          value={line.label ?? ''}
          onCommit={(label) => edit((now) => setFields(now, 'flowlines', line.id, { label }))}
        />
      </Field>
      <div className="panel-buttons">
        <Button
          danger
          icon={<DeleteOutlined />}
          onClick={() => {
            if (removeSaying(situation(), (now) => removeFlowlines(now, [line.id]))) select({})
          }}
        >
          {flowlinePanel.remove}
        </Button>
      </div>
    </>
  )
}
