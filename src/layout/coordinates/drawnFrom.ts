/** From routes on the grid to an arrangement: all x before all y, then labels, lanes and side boxes. */
import type { Chart, Id } from '../../model/chart.ts'
import type { Arrangement, Rect, Route } from '../arrangement.ts'
import type { StepMeasure } from '../measure.ts'
import type { Plan } from '../planning/plan.ts'
import type { Routing } from '../routing/routing.ts'
import { spacing } from '../spacing.ts'
import { barsOf } from './bars.ts'
import { freeLabel } from './freeLabel.ts'
import { labelCells } from './labelCells.ts'
import { sideColumns, type SideColumns } from './sideColumns.ts'
import { solveX, type SolvedX, type Sketch } from './solveX.ts'
import { solveY } from './solveY.ts'
import { laneBands, toPolylines, stepRects } from './toPolylines.ts'

/**
 * The arrangement of routes that are laid. The plan may have other sizes than the one that was
 * routed, as long as no step is smaller.
 */
export function drawnFrom(chart: Chart, plan: Plan, routing: Routing, measure: StepMeasure): Arrangement {
  const { grid } = routing
  const bars = barsOf(plan, routing)
  const sketch: Sketch = { plan, grid, bars, cells: labelCells(plan, grid, bars) }
  const names = new Map(chart.posts.map((post) => [post.id, post.name]))
  const nameOf = (lane: number): string => names.get(plan.lanes[lane] ?? '') ?? ''
  const xs = solveX(sketch, (lane) => (plan.view === 'lanes' ? measure.laneWidth(nameOf(lane)) : 0))
  const sides = plan.view === 'columns' ? sideColumns(chart, plan, grid, measure) : null
  const ys = solveY(sketch, xs, rowHeights(sketch, sides))
  const head = headOf(plan, xs, nameOf, measure) + (sides?.head ?? 0)
  const air = plan.view === 'lanes' ? 0 : spacing.margin - spacing.lanePad
  const by = { x: air + (sides?.left ?? 0), y: head + (sides ? 0 : air) }
  const rects = stepRects(sketch, xs, ys, by)
  const inner = xs.borders[xs.borders.length - 1]! + 2 * air
  const height = head + ys.height + (sides ? 0 : 2 * air)
  const columns =
    sides?.columns(
      inner,
      height,
      ys.rows.map((y) => y + by.y),
    ) ?? null
  return {
    width: columns ? columns.measures.x + columns.measures.width : inner,
    height,
    steps: Object.fromEntries(plan.steps.map((step, index) => [step.id, rects[index]!])),
    flowlines: withEveryLabel(plan, toPolylines(sketch, routing.paths, xs, ys, rects, by), rects),
    lanes: laneBands(sketch, xs, head, height, by),
    sideBoxes: columns?.boxes ?? [],
    columns: columns && {
      risks: columns.risks,
      steps: columns.steps,
      measures: columns.measures,
      head: sides!.head,
    },
  }
}

/** Places each label that got no grid cell: the first free place beside its flowline. */
function withEveryLabel(
  plan: Plan,
  routes: Readonly<Record<Id, Route>>,
  rects: readonly Rect[],
): Record<Id, Route> {
  const labelled: Record<Id, Route> = { ...routes }
  for (const line of plan.flowlines) {
    const route = labelled[line.id]!
    if (!line.label || route.label) continue
    const all = Object.values(labelled)
    const labels = all.flatMap((other) => (other.label ? [other.label] : []))
    const lines = all.filter((other) => other !== route).map((other) => other.points)
    const label = freeLabel(line.label, route.points, { rects: [...rects, ...labels], lines })
    labelled[line.id] = { ...route, label }
  }
  return labelled
}

function rowHeights({ plan, grid }: Sketch, sides: SideColumns | null): number[] {
  const heights: number[] = []
  for (const [index, step] of plan.steps.entries()) {
    const row = grid.rowOf[index]!
    heights[row] = Math.max(heights[row] ?? 0, step.height, sides?.stack[row] ?? 0)
  }
  return heights
}

function headOf(plan: Plan, xs: SolvedX, nameOf: (lane: number) => string, measure: StepMeasure): number {
  if (plan.view !== 'lanes') return 0
  const heads = plan.lanes.map((_, lane) =>
    measure.laneHead(nameOf(lane), xs.borders[lane + 1]! - xs.borders[lane]!),
  )
  return Math.max(0, ...heads)
}
