import { Panel } from '@xyflow/react'
import { Tooltip } from 'antd'
import DeleteOutlined from '@ant-design/icons/DeleteOutlined'
import type { Step } from '../../model/chart.ts'
import { setFields } from '../../model/edits/setFields.ts'
import { editor, riskPanel, stepPanel } from '../../text/screen/screen.ts'
import { stepKindName } from '../../text/terms.ts'
import { commands, markRisk } from '../openChart/commands/commands.ts'
import { useChart, useEdit } from '../openChart/chartContext.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import { useSession } from '../openChart/session.ts'
import { stepKinds, stepOutlines } from './stepOutlines.ts'
import './SelectionBar.css'

/**
 * Actions for the one selected step: kind, risk, delete. Fixed position: beside the step it would
 * cover others.
 */
export function SelectionBar() {
  const chart = useChart()
  const selection = useSession((session) => session.selection)
  const renaming = useSession((session) => session.renaming)
  const step =
    selection.steps.length === 1 ? chart.steps.find((each) => each.id === selection.steps[0]) : undefined
  if (!step || renaming !== null) return null
  return (
    <Panel position="top-center" className="selection-bar">
      <Kinds step={step} />
      <RiskButtons />
      <DeleteButton />
    </Panel>
  )
}

function Kinds({ step }: { readonly step: Step }) {
  const edit = useEdit()
  return (
    <div role="group" aria-label={stepPanel.kind}>
      {stepKinds.map((kind) => (
        <Tooltip key={kind} title={stepKindName[kind]}>
          <button
            type="button"
            aria-label={stepKindName[kind]}
            aria-pressed={kind === step.kind}
            onClick={() => edit((now) => setFields(now, 'steps', step.id, { kind }))}
          >
            <svg className="outline" width="20" height="19" viewBox="0 0 28 26" aria-hidden="true">
              <path d={stepOutlines[kind]} />
            </svg>
          </button>
        </Tooltip>
      ))}
    </div>
  )
}

function RiskButtons() {
  const { grading } = useChart()
  const situation = useSituation()
  return (
    <div role="group" aria-label={riskPanel.add}>
      {grading.levels.map((level) => (
        <Tooltip key={level.id} title={`${riskPanel.add}：${level.name}`}>
          <button
            type="button"
            className="selection-bar-risk"
            aria-label={`${riskPanel.add}：${level.name}`}
            style={{ color: level.colour }}
            onClick={() => markRisk(situation(), level)}
          >
            {level.word}
          </button>
        </Tooltip>
      ))}
    </div>
  )
}

function DeleteButton() {
  const situation = useSituation()
  return (
    <Tooltip title={editor.deleteThing}>
      <button type="button" aria-label={editor.deleteThing} onClick={() => commands.remove.run(situation())}>
        <DeleteOutlined />
      </button>
    </Tooltip>
  )
}
