/** Converts a drawing to React Flow elements: steps to nodes, flowlines to edges. */
import { Position } from '@xyflow/react'
import type { Arrangement, Point, Rect } from '../../layout/arrangement.ts'
import type { Id } from '../../model/chart.ts'
import { flowlineFigure } from '../../sheet/figures/flowlineFigure.ts'
import { stepFigure } from '../../sheet/figures/stepFigure.ts'
import { canvasText } from '../../text/screen/commands.ts'
import type { Selection } from '../openChart/session.ts'
import type { FlowlineEdgeType } from './FlowlineEdge.tsx'
import type { StepNodeType } from './StepNode.tsx'
import type { Drawing } from '../openChart/useDrawing.ts'

/** Positions of the steps that are being dragged. */
export type Moved = { readonly [step: Id]: Rect }

export interface NodeLook {
  readonly selection: Selection
  readonly moved: Moved
  readonly editable: boolean
  /** The flowline into which a dragged step would be inserted. */
  readonly target: Id | null
}

export function stepNodes(drawing: Drawing, look: NodeLook): StepNodeType[] {
  const { edition, view, arrangement, behind } = drawing
  const selected = new Set(look.selection.steps)
  return edition.chart.steps.flatMap((step) => {
    const placed = arrangement.steps[step.id]
    if (!placed) return []
    const { x, y, width, height } = look.moved[step.id] ?? placed
    return {
      id: step.id,
      type: 'step' as const,
      position: { x, y },
      width,
      height,
      measured: { width, height },
      handles: handlesOf(width, height),
      selected: selected.has(behind.get(step.id) ?? ''),
      draggable: look.editable && view !== 'columns',
      ariaLabel: step.name,
      domAttributes: stepRole,
      data: {
        ink: stepFigure(step, edition.chart, placed, { view, edition: edition.name }),
        name: step.name,
        connectable: look.editable,
      },
    }
  })
}

export function flowlineEdges(
  drawing: Drawing,
  arrangement: Arrangement,
  look: NodeLook,
): FlowlineEdgeType[] {
  const selected = new Set(look.selection.flowlines)
  const names = new Map(drawing.edition.chart.steps.map((step) => [step.id, step.name]))
  return drawing.edition.chart.flowlines.flatMap((line) => {
    const route = arrangement.flowlines[line.id]
    if (!route) return []
    return {
      id: line.id,
      type: 'flowline' as const,
      source: line.from,
      target: line.to,
      sourceHandle: Position.Bottom,
      targetHandle: Position.Top,
      selected: selected.has(line.id),
      selectable: look.editable,
      ariaLabel: canvasText.flowlineName(names.get(line.from) ?? '', names.get(line.to) ?? '', line.label),
      domAttributes: flowlineRole,
      data: {
        ink: flowlineFigure(route, line.label),
        path: polyline(route.points),
        target: look.target === line.id,
      },
    }
  })
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
