/**
 * Converts a drawing to React Flow elements: steps to nodes, flowlines to edges. Only what is kept in
 * the page, and only what has changed: elements that show the same are the same objects, which React
 * Flow and React pass over.
 */
import { Position } from '@xyflow/react'
import type { Arrangement, Point, Rect, Route } from '../../layout/arrangement.ts'
import { parallelBars, type ParallelBar } from '../../layout/rerouting/parallelBars.ts'
import type { Flowline, Id, Step } from '../../model/chart.ts'
import { flowlineFigure } from '../../sheet/figures/flowlineFigure.ts'
import { drawnRoute } from '../../sheet/figures/parallelFigure.ts'
import { stepFigure } from '../../sheet/figures/stepFigure.ts'
import { canvasText } from '../../text/screen/commands.ts'
import type { Selection } from '../openChart/session.ts'
import type { FlowlineEdgeType } from './FlowlineEdge.tsx'
import type { SeenArea } from './seenArea.ts'
import { isSeen } from './seenArea.ts'
import type { StepNodeType } from './StepNode.tsx'
import type { Drawing } from '../openChart/useDrawing.ts'

/** Positions of the steps that are being dragged. */
export type Moved = { readonly [step: Id]: Rect }

export interface ElementLook {
  readonly selection: Selection
  readonly moved: Moved
  readonly editable: boolean
  /** The flowline into which a dragged step would be inserted. */
  readonly target: Id | null
  readonly seen: SeenArea
  /** Id of the step or flowline that has the keyboard: it is never taken out of the page. */
  readonly focused: string | undefined
}

export interface Elements {
  readonly nodes: StepNodeType[]
  readonly edges: FlowlineEdgeType[]
  readonly bars: readonly ParallelBar[]
}

/** `arrangement`: of the drawing, with the flowlines of what is being dragged. */
export type MakeElements = (drawing: Drawing, arrangement: Arrangement, look: ElementLook) => Elements

export function elementMaker(): MakeElements {
  const node = remembering<StepNodeType>()
  const edge = remembering<FlowlineEdgeType>()
  const boxOf = boxesOfRoutes()
  return (drawing, arrangement, look) => {
    const shown = shownIn(drawing, arrangement, look, boxOf)
    const nodes = shown.steps.map(({ step, isHidden }) => {
      const placed = drawing.arrangement.steps[step.id]!
      const rect = look.moved[step.id] ?? placed
      const isSelected = shown.selected.has(step.id)
      const made = { step, placed, rect, isSelected, isHidden, look }
      const { x, y } = rect
      const from = [drawing, x, y, isSelected, isHidden, look.editable, look.seen.isFar]
      return node(step.id, from, () => stepNode(drawing, made))
    })
    const parallel = parallelBars(drawing.edition.chart, arrangement)
    const edges = shown.flowlines.map((line) => {
      const route = parallel.routes[line.id]!
      const drawn = drawnRoute(parallel, line.id)!
      const isSelected = look.selection.flowlines.includes(line.id)
      const isTarget = look.target === line.id
      return edge(line.id, [line, route, isSelected, isTarget, look.editable, drawing.edition.chart], () =>
        flowlineEdge(drawing, line, { route, drawn }, { isSelected, isTarget, isSelectable: look.editable }),
      )
    })
    return { nodes, edges, bars: parallel.bars }
  }
}

/** What was made last for an id is handed out again while it is made from the same. */
function remembering<Made>() {
  const kept = new Map<string, { readonly from: readonly unknown[]; readonly made: Made }>()
  return (id: string, from: readonly unknown[], make: () => Made): Made => {
    const last = kept.get(id)
    if (last && from.every((each, index) => each === last.from[index])) return last.made
    const made = make()
    kept.set(id, { from, made })
    return made
  }
}

interface Shown {
  /** Hidden are those that are not drawn: ends of flowlines that are, and what is selected elsewhere. */
  readonly steps: readonly { readonly step: Step; readonly isHidden: boolean }[]
  readonly flowlines: readonly Flowline[]
  /** As drawn: in the external edition a step stands for those behind it. */
  readonly selected: ReadonlySet<Id>
}

function shownIn(
  { edition, behind, arrangement: resting }: Drawing,
  arrangement: Arrangement,
  { selection, moved, seen, focused, target }: ElementLook,
  boxOf: (route: Route) => Rect,
): Shown {
  const chosen = new Set(selection.steps)
  const selected = new Set<Id>()
  const { steps, flowlines } = edition.chart
  for (const { id } of steps) if (chosen.has(behind.get(id) ?? '')) selected.add(id)
  const isAsked = (id: Id): boolean => id === focused || id === target || selection.flowlines.includes(id)
  const lines = flowlines.filter((line) => {
    const route = arrangement.flowlines[line.id]
    if (!route) return false
    if (!seen.area || isAsked(line.id)) return true
    if (seen.isFar) return line.from in moved || line.to in moved
    return isSeen(boxOf(route), seen)
  })
  const ends = new Set(lines.flatMap((line) => [line.from, line.to]))
  const shown = steps.flatMap((step) => {
    const rect = moved[step.id] ?? resting.steps[step.id]
    if (!rect) return []
    const isOnly = selected.size === 1 && selected.has(step.id)
    if (isSeen(rect, seen) || step.id === focused || isOnly || step.id in moved)
      return { step, isHidden: false }
    return ends.has(step.id) || selected.has(step.id) ? { step, isHidden: true } : []
  })
  return { steps: shown, flowlines: lines, selected }
}

/** The box around each route and its label; worked out once for each. */
function boxesOfRoutes(): (route: Route) => Rect {
  const known = new WeakMap<Route, Rect>()
  return (route) => {
    const box = known.get(route) ?? boxOfRoute(route)
    known.set(route, box)
    return box
  }
}

function boxOfRoute({ points, label }: Route): Rect {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const x = Math.min(...xs, label?.x ?? Infinity)
  const y = Math.min(...ys, label?.y ?? Infinity)
  const right = Math.max(...xs, label ? label.x + label.width : -Infinity)
  const bottom = Math.max(...ys, label ? label.y + label.height : -Infinity)
  return { x, y, width: right - x, height: bottom - y }
}

interface ShownStep {
  readonly step: Step
  /** Where the arrangement has it. */
  readonly placed: Rect
  /** Where it is now, in the hand. */
  readonly rect: Rect
  readonly isSelected: boolean
  readonly isHidden: boolean
  readonly look: ElementLook
}

function stepNode(
  drawing: Drawing,
  { step, placed, rect, isSelected, isHidden, look }: ShownStep,
): StepNodeType {
  const { edition, view } = drawing
  const { width, height } = rect
  const isDrawn = !isHidden && (!look.seen.isFar || step.id in look.moved)
  return {
    id: step.id,
    type: 'step' as const,
    position: { x: rect.x, y: rect.y },
    width,
    height,
    measured: { width, height },
    handles: handlesOf(width, height),
    hidden: isHidden,
    selected: isSelected,
    draggable: look.editable && view !== 'columns',
    ariaLabel: step.name,
    domAttributes: stepRole,
    data: {
      ink: isDrawn ? stepFigure(step, edition.chart, placed, { view, edition: edition.name }) : null,
      name: step.name,
      connectable: look.editable,
    },
  }
}

interface ShownRoute {
  readonly route: Route
  /** Without what the bar of 并行 draws. */
  readonly drawn: Route
}

interface EdgeLook {
  readonly isSelected: boolean
  readonly isTarget: boolean
  readonly isSelectable: boolean
}

function flowlineEdge(
  { edition }: Drawing,
  line: Flowline,
  { route, drawn }: ShownRoute,
  look: EdgeLook,
): FlowlineEdgeType {
  const nameOf = (id: Id): string => edition.chart.steps.find((step) => step.id === id)?.name ?? ''
  return {
    id: line.id,
    type: 'flowline' as const,
    source: line.from,
    target: line.to,
    sourceHandle: Position.Bottom,
    targetHandle: Position.Top,
    selected: look.isSelected,
    selectable: look.isSelectable,
    ariaLabel: canvasText.flowlineName(nameOf(line.from), nameOf(line.to), line.label),
    domAttributes: flowlineRole,
    data: {
      ink: flowlineFigure(drawn, line.label),
      path: polyline(route.points),
      target: look.isTarget,
    },
  }
}

const stepRole = { 'aria-roledescription': canvasText.stepRole } as const
const flowlineRole = { 'aria-roledescription': canvasText.flowlineRole } as const

/** Sizes are given, so that React Flow does not measure nodes in the DOM and draws at once. */
function handlesOf(width: number, height: number) {
  const size = { width: 1, height: 1, type: 'source' as const }
  return [
    { ...size, id: Position.Top, position: Position.Top, x: width / 2, y: 0 },
    { ...size, id: Position.Right, position: Position.Right, x: width, y: height / 2 },
    { ...size, id: Position.Bottom, position: Position.Bottom, x: width / 2, y: height },
    { ...size, id: Position.Left, position: Position.Left, x: 0, y: height / 2 },
  ]
}

function polyline(points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
}
