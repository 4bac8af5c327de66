import { useMemo } from 'react'
import type { DragEvent, MouseEvent as ReactMouseEvent } from 'react'
import type { Connection, FinalConnectionState } from '@xyflow/react'
import { useReactFlow } from '@xyflow/react'
import type { Point, Rect } from '../../layout/arrangement.ts'
import type { Id, StepKind } from '../../model/chart.ts'
import { addStep, insertStepInto } from '../../model/edits/addStep.ts'
import { connect } from '../../model/edits/flowlines.ts'
import { gestureText } from '../../text/screen/gestureText.ts'
import type { Situation } from '../openChart/commands/command.ts'
import type { AddDirection } from '../openChart/commands/stepCommands.ts'
import { addToward, nameIt } from '../openChart/commands/stepCommands.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import { setSession, select } from '../openChart/session.ts'
import type { FlowlineEdgeType } from './FlowlineEdge.tsx'
import { noDraggedKind, useDraggedKind } from './draggedKind.ts'
import { betweenEnds, stepNameIn } from './dropHeld.ts'
import { flowlineAt } from './flowlineAt.ts'
import type { GestureEnds } from './gestureEnds.ts'
import { laneAt } from './laneAt.ts'
import { newStepAt, newStepInLane, newStepInLine } from './newStepAt.ts'
import { kindMime } from './Palette.tsx'
import { stepUnder } from './stepUnder.ts'
import type { StepNodeType } from './StepNode.tsx'
import { stepKinds } from './stepOutlines.ts'
import type { Drawing } from '../openChart/useDrawing.ts'

/** Pointer gestures on the canvas beyond selecting and dragging. */
export function useGestures(drawing: Drawing, ends: GestureEnds) {
  const situation = useSituation()
  const { screenToFlowPosition } = useReactFlow()
  return useMemo(() => {
    const placeOf = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point => {
      const { x, y } = screenToFlowPosition({ x: clientX, y: clientY })
      return [x, y]
    }
    return {
      ...connecting(drawing, situation, ends, placeOf),
      ...clicking(situation),
      ...droppingKinds(drawing, situation, placeOf),
    }
  }, [drawing, situation, screenToFlowPosition, ends])
}

/** A right click opens our menu, also for those who only read. */
export function useMenuGestures({ behind, arrangement }: Drawing) {
  const situation = useSituation()
  const { screenToFlowPosition } = useReactFlow()
  return useMemo(() => {
    const openMenu = (event: MouseEvent | ReactMouseEvent) => {
      event.preventDefault()
      const { clientX: x, clientY: y } = event
      const place = screenToFlowPosition({ x, y })
      const lane = laneAt(place.x, arrangement)
      setSession({ menu: { x, y, at: [place.x, place.y], ...(lane ? { lane: lane.post } : {}) } })
    }
    return {
      onNodeContextMenu: (event: ReactMouseEvent, node: StepNodeType) => {
        const id = behind.get(node.id) ?? node.id
        if (!situation().session.selection.steps.includes(id)) select({ steps: [id] })
        openMenu(event)
      },
      onEdgeContextMenu: (event: ReactMouseEvent, edge: FlowlineEdgeType) => {
        select({ flowlines: [edge.id] })
        openMenu(event)
      },
      onPaneContextMenu: openMenu,
    }
  }, [situation, behind, arrangement, screenToFlowPosition])
}

type PlaceOf = (event: { readonly clientX: number; readonly clientY: number }) => Point

/** A line from a handle: to a step it connects, into the empty it asks for the kind of a new step. */
function connecting(drawing: Drawing, situation: () => Situation, ends: GestureEnds, placeOf: PlaceOf) {
  return {
    onConnect: ({ source, target }: Connection) => {
      if (ends.last() === 'open') connectSteps(source, target, situation())
    },
    onConnectEnd: (event: MouseEvent | TouchEvent, connection: FinalConnectionState) => {
      if (ends.last() !== 'open' || connection.toNode || !connection.fromNode) return
      const point = 'changedTouches' in event ? event.changedTouches[0]! : event
      const at = placeOf(point)
      const from = connection.fromNode.id
      // Handles catch a line within some pixels; the rest of a step means it just as well.
      const under = stepUnder(point.clientX, point.clientY)
      if (under === from) return
      if (under !== undefined) return connectSteps(from, under, situation())
      const before = drawing.edition.chart.steps.find((step) => step.id === from)
      const make = (kind: StepKind) => newStepInLane(kind, at, drawing, before)
      const side = sideDrawn(connection.fromHandle?.position, at, drawing.arrangement.steps[from])
      setSession({ menu: { x: point.clientX, y: point.clientY, from, make, ...(side ? { side } : {}) } })
    },
  }
}

/** Where the new step is wanted: where the line was let go beside the step, else where it began. */
function sideDrawn(
  handle: string | undefined,
  [x]: Point,
  from: Rect | undefined,
): 'left' | 'right' | undefined {
  if (handle !== 'left' && handle !== 'right') return undefined
  if (!from) return handle
  if (x < from.x) return 'left'
  return x > from.x + from.width ? 'right' : handle
}

function connectSteps(from: Id, to: Id, { doc, edit, newId, sayDone }: Situation): void {
  const chart = doc.chart()
  if (edit((now) => connect(now, from, to, newId())))
    sayDone(gestureText.connected(stepNameIn(chart, from), stepNameIn(chart, to)))
}

function clicking(situation: () => Situation) {
  return {
    onNodeClick: (event: ReactMouseEvent, node: StepNodeType) => {
      // React Flow keeps a multiple selection on click; reduce it to the clicked step.
      if (!event.shiftKey && !event.ctrlKey && !event.metaKey) selectOnly(node.id, situation())
      setSession({ drawingOn: true })
      const direction = handleDirection(event.target)
      // The second click of a double click is on whatever came under the pointer.
      if (!direction || event.detail > 1) return
      addToward(direction, situation(), 'process')
    },
    onNodeDoubleClick: (event: ReactMouseEvent, node: StepNodeType) => {
      if (!handleDirection(event.target)) setSession({ renaming: node.id })
    },
    onEdgeDoubleClick: (_: ReactMouseEvent, edge: FlowlineEdgeType) => setSession({ labelling: edge.id }),
  }
}

/** A kind dragged from the palette; the flowline under it is lit while it is dragged. */
function droppingKinds(drawing: Drawing, situation: () => Situation, placeOf: PlaceOf) {
  return {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(kindMime)) return
      event.preventDefault()
      const at = placeOf(event)
      useDraggedKind.setState({ at, line: flowlineAt(at, drawing.arrangement) ?? null })
    },
    onDragLeave: () => useDraggedKind.setState(noDraggedKind),
    onDrop: (event: DragEvent) => {
      useDraggedKind.setState(noDraggedKind)
      const kind = stepKinds.find((each) => each === event.dataTransfer.getData(kindMime))
      if (!kind) return
      event.preventDefault()
      dropNew(kind, placeOf(event), drawing, situation())
    },
  }
}

function selectOnly(step: Id, { session }: Situation): void {
  const [only, ...others] = session.selection.steps
  if (only !== step || others.length > 0) select({ steps: [step] })
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
function dropNew(kind: StepKind, at: Point, drawing: Drawing, situation: Situation): void {
  const { edit, newId, sayDone } = situation
  const step = newId()
  const line = flowlineAt(at, drawing.arrangement)
  const done = edit((chart) =>
    line === undefined
      ? addStep(chart, newStepAt(kind, at, drawing), step)
      : insertStepInto(chart, line, newStepInLine(kind, at, line, drawing), { step, flowline: newId() }),
  )
  if (!done) return
  nameIt(step)
  if (line !== undefined) sayDone(gestureText.madeInto(betweenEnds(drawing.edition.chart, line)))
}
