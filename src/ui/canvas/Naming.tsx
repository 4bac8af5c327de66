import type { Chart, Id } from '../../model/chart.ts'
import { setFields } from '../../model/edits/setFields.ts'
import { canvasText } from '../../text/screen/commands.ts'
import { firstStep, stepPanel } from '../../text/screen/screen.ts'
import type { Rect } from '../../layout/arrangement.ts'
import { useChart, useEdit } from '../openChart/chartContext.ts'
import { addToward } from '../openChart/commands/stepCommands.ts'
import type { Situation } from '../openChart/commands/command.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import { select, setSession, useSession } from '../openChart/session.ts'
import { isTypingPlace } from '../base/inputMethod.ts'
import { InPlaceField } from './InPlaceField.tsx'
import type { Drawing } from '../openChart/useDrawing.ts'

/** The in-place field over the selected step, or over the flowline whose label is being edited. */
export function Naming({ drawing }: { readonly drawing: Drawing }) {
  const selection = useSession((session) => session.selection)
  const renaming = useSession((session) => session.renaming)
  const labelling = useSession((session) => session.labelling)
  const dialog = useSession((session) => session.dialog)
  const step = renaming ?? (selection.steps.length === 1 ? selection.steps[0]! : undefined)
  if (dialog !== null) return null
  if (labelling !== null) return <LabelNaming key={labelling} flowline={labelling} drawing={drawing} />
  if (step === undefined) return null
  const mode = renaming === step ? 'open' : 'waiting'
  return <StepNaming key={`${step} ${mode}`} step={step} mode={mode} drawing={drawing} />
}

interface StepNamingProps {
  readonly step: Id
  readonly mode: 'open' | 'waiting'
  readonly drawing: Drawing
}

function StepNaming({ step: id, mode, drawing }: StepNamingProps) {
  const edit = useEdit()
  const situation = useSituation()
  const chart = useChart()
  const step = chart.steps.find((each) => each.id === id)
  const rect = drawing.arrangement.steps[id] ?? (mode === 'open' ? soonAt(id, chart, drawing) : undefined)
  if (!step || !rect) return null
  const put = (text: string | undefined) => {
    setSession({ renaming: null })
    const name = text?.trim()
    if (name === '') situation().say(canvasText.nameKept(step.name))
    if (name && name !== step.name) edit((now) => setFields(now, 'steps', id, { name }))
  }
  return (
    <InPlaceField
      key={step.name}
      rect={rect}
      label={stepPanel.name}
      text={step.name}
      mode={mode}
      onDone={put}
      onTakeBack={() => takeBackNamed(situation(), id)}
      onNext={(text) => {
        put(text)
        // Renaming a step that was there before draws nothing.
        if (step.name === firstStep.fresh[step.kind]) addToward('down', situation(), 'process')
        else setSession({ drawingOn: false })
      }}
    />
  )
}

/** Where a step will stand that is not arranged yet: one types its name at once. */
function soonAt(step: Id, { flowlines }: Chart, { arrangement }: Drawing): Rect {
  const beside =
    flowlines.find((line) => line.to === step)?.from ?? flowlines.find((line) => line.from === step)?.to
  const rect = arrangement.steps[beside ?? '']
  if (!rect) return { x: 0, y: arrangement.height, width: 160, height: 44 }
  return { ...rect, y: rect.y + rect.height + 32, height: 44 }
}

/** Takes back the newest edit; if that made the step, the one that it was made after is selected. */
function takeBackNamed({ doc, takeBack }: Situation, named: Id): void {
  const before = doc.chart().flowlines.find((line) => line.to === named)?.from
  takeBack('undo')
  const { steps } = doc.chart()
  if (steps.some((step) => step.id === named)) return
  select({ steps: steps.some((step) => step.id === before) ? [before!] : [] })
}

interface LabelNamingProps {
  readonly flowline: Id
  readonly drawing: Drawing
}

function LabelNaming({ flowline, drawing }: LabelNamingProps) {
  const edit = useEdit()
  const line = drawing.edition.chart.flowlines.find((each) => each.id === flowline)
  const situation = useSituation()
  const route = drawing.arrangement.flowlines[flowline]
  if (!line || !route) return null
  return (
    <InPlaceField
      rect={route.label ?? beside(route.points[0]!)}
      label={canvasText.label}
      text={line.label ?? ''}
      mode="open"
      onDone={(text) => {
        setSession({ labelling: null })
        // By a key, not by a click somewhere else: the keyboard stays at the flowline.
        if (isTypingPlace(document.activeElement)) situation().session.canvasApi?.focus(flowline)
        const label = text?.trim() ?? (text === undefined ? line.label : '')
        if (label !== (line.label ?? '')) edit((chart) => setFields(chart, 'flowlines', flowline, { label }))
      }}
    />
  )
}

function beside([x, y]: readonly [number, number]): Rect {
  return { x: x + 6, y: y + 4, width: 96, height: 28 }
}
