import { useMemo } from 'react'
import type { DragEvent, MouseEvent as ReactMouseEvent } from 'react'
import type { Connection, FinalConnectionState } from '@xyflow/react'
import { useReactFlow } from '@xyflow/react'
import type { Id, StepKind } from '../../model/chart.ts'
import { addStep, insertStepInto } from '../../model/edits/addStep.ts'
import { connect } from '../../model/edits/flowlines.ts'
import { positionField } from '../../model/edits/placeSteps.ts'
import type { Situation } from '../openChart/commands/command.ts'
import type { AddDirection } from '../openChart/commands/stepCommands.ts'
import { addToward, nameIt, newStep } from '../openChart/commands/stepCommands.ts'
import { useSituation } from '../openChart/commands/useSituation.ts'
import { setSession, select } from '../openChart/session.ts'
import type { FlowlineEdgeType } from './FlowlineEdge.tsx'
import { flowlineAt } from './flowlineAt.ts'
import { kindMime } from './Palette.tsx'
import type { StepNodeType } from './StepNode.tsx'
import { stepKinds } from './stepOutlines.ts'
import type { Drawing } from '../openChart/useDrawing.ts'

/** Pointer gestures on the canvas beyond selecting and dragging. */
export function useGestures(drawing: Drawing) {
  const situation = useSituation()
  const { screenToFlowPosition } = useReactFlow()
  return useMemo(
    () => ({
      onConnect: ({ source, target }: Connection) => {
        const { edit, newId } = situation()
        edit((chart) => connect(chart, source, target, newId()))
      },
      onConnectEnd: (event: MouseEvent | TouchEvent, connection: FinalConnectionState) => {
        if (connection.toNode || !connection.fromNode) return
        const { clientX: x, clientY: y } = 'changedTouches' in event ? event.changedTouches[0]! : event
        setSession({ menu: { x, y, from: connection.fromNode.id } })
      },
      onNodeClick: (event: ReactMouseEvent, node: StepNodeType) => {
        // React Flow keeps a multiple selection on click; reduce it to the clicked step.
        if (!event.shiftKey && !event.ctrlKey && !event.metaKey) selectOnly(node.id, situation())
        const direction = handleDirection(event.target)
        if (!direction) return
        addToward(direction, situation(), 'process')
      },
      onNodeDoubleClick: (event: ReactMouseEvent, node: StepNodeType) => {
        if (!handleDirection(event.target)) setSession({ renaming: node.id })
      },
      onEdgeDoubleClick: (_: ReactMouseEvent, edge: FlowlineEdgeType) => setSession({ labelling: edge.id }),
      onNodeContextMenu: (event: ReactMouseEvent, node: StepNodeType) => {
        if (!situation().session.selection.steps.includes(node.id)) select({ steps: [node.id] })
        openMenu(event)
      },
      onEdgeContextMenu: (event: ReactMouseEvent, edge: FlowlineEdgeType) => {
        select({ flowlines: [edge.id] })
        openMenu(event)
      },
      onPaneContextMenu: (event: MouseEvent | ReactMouseEvent) => openMenu(event),
      onDragOver: (event: DragEvent) => {
        if (event.dataTransfer.types.includes(kindMime)) event.preventDefault()
      },
      onDrop: (event: DragEvent) => {
        const kind = stepKinds.find((each) => each === event.dataTransfer.getData(kindMime))
        if (!kind) return
        event.preventDefault()
        const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY })
        dropNew(kind, [x, y], drawing, situation())
      },
    }),
    [drawing, situation, screenToFlowPosition],
  )
}

function selectOnly(step: Id, { session }: Situation): void {
  const [only, ...others] = session.selection.steps
  if (only !== step || others.length > 0) select({ steps: [step] })
}

function openMenu(event: MouseEvent | ReactMouseEvent): void {
  event.preventDefault()
  setSession({ menu: { x: event.clientX, y: event.clientY } })
}

const directions: Readonly<Record<string, AddDirection>> = {
  top: 'up',
  bottom: 'down',
  left: 'left',
  right: 'right',
}

/** The side whose handle was clicked; undefined if the target is no handle. */
function handleDirection(target: EventTarget): AddDirection | undefined {
  const handle = target instanceof Element ? target.closest('.step-handle') : null
  return directions[handle?.getAttribute('data-handlepos') ?? '']
}

/** Dropped on a flowline, a new step is inserted into it; elsewhere it is added unconnected. */
function dropNew(
  kind: StepKind,
  at: readonly [number, number],
  { view, edition, arrangement }: Drawing,
  situation: Situation,
): void {
  const { edit, newId } = situation
  const step = newId()
  const line = flowlineAt(at, arrangement)
  const field = positionField(view, edition.name)
  const done = edit((chart) => {
    const made = newStep(kind, undefined)
    if (line !== undefined) return insertStepInto(chart, line, made, { step, flowline: newId() })
    return addStep(chart, { ...made, ...(field ? { [field]: at } : {}) }, step)
  })
  if (done) nameIt(step)
}
