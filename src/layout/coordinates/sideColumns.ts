/**
 * The three columns (风险点、流程、防控措施): what belongs to the steps of one row stands
 * beside it, one box under the other in reading order; a row is as high as its boxes need.
 */
import type { Chart, Id } from '../../model/chart.ts'
import type { Rect, SideBox, Size } from '../arrangement.ts'
import type { RoutingGrid } from '../routing/grid.ts'
import type { StepMeasure } from '../measure.ts'
import type { Plan } from '../planning/plan.ts'
import { spacing } from '../spacing.ts'

export interface SideColumns {
  /** By row: how high the higher of its two stacks is. */
  readonly stack: readonly number[]
  readonly head: number
  /** Width of the column at the left. */
  readonly left: number
  columns(inner: number, height: number, rows: readonly number[]): PlacedColumns
}

interface PlacedColumns {
  readonly risks: Rect
  readonly steps: Rect
  readonly measures: Rect
  readonly boxes: readonly SideBox[]
}

type Side = SideBox['side']

interface Box {
  readonly step: Id
  readonly row: number
  readonly size: Size
}

/** The least width of a side column in units; the form has the column even when it is empty. */
const leastWidth = 160

export function sideColumns(chart: Chart, plan: Plan, grid: RoutingGrid, measure: StepMeasure): SideColumns {
  const reading = plan.steps
    .map((_, step) => step)
    .sort((a, b) => grid.rowOf[a]! - grid.rowOf[b]! || grid.columnOf[a]! - grid.columnOf[b]!)
  const boxesOf = (side: Side): Box[] =>
    reading.flatMap((index) => {
      const step = plan.steps[index]!.id
      const size = measure.sideBox(step, side, chart)
      return size ? [{ step, row: grid.rowOf[index]!, size }] : []
    })
  const boxes = { risks: boxesOf('risks'), measures: boxesOf('measures') }
  const widthOf = (side: Side): number =>
    Math.max(leastWidth, ...boxes[side].map((box) => box.size.width + 2 * spacing.lanePad))
  const [left, right] = [widthOf('risks'), widthOf('measures')]
  const head = Math.max(measure.laneHead('', left), measure.laneHead('', right))
  const rows = 1 + Math.max(-1, ...grid.rowOf)
  const stack = Array.from({ length: rows }, (_, row) =>
    Math.max(stackHeight(boxes.risks, row), stackHeight(boxes.measures, row)),
  )
  return {
    stack,
    head,
    left,
    columns: (inner, height, ys) => ({
      risks: { x: 0, y: 0, width: left, height },
      steps: { x: left, y: 0, width: inner, height },
      measures: { x: left + inner, y: 0, width: right, height },
      boxes: [
        ...placed('risks', boxes.risks, left / 2, ys),
        ...placed('measures', boxes.measures, left + inner + right / 2, ys),
      ],
    }),
  }
}

function stackHeight(boxes: readonly Box[], row: number): number {
  const own = boxes.filter((box) => box.row === row)
  const gaps = Math.max(0, own.length - 1) * spacing.sideBoxes
  return own.reduce((sum, box) => sum + box.size.height, gaps)
}

function placed(side: Side, boxes: readonly Box[], middle: number, rows: readonly number[]): SideBox[] {
  const next = new Map<number, number>()
  return boxes.map(({ step, row, size }) => {
    const y = next.get(row) ?? rows[row]! - stackHeight(boxes, row) / 2
    next.set(row, y + size.height + spacing.sideBoxes)
    return { step, side, x: middle - size.width / 2, y, ...size }
  })
}
