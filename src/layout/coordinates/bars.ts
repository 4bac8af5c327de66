/**
 * Splits all routes into bars, their straight pieces. Routes of one group share the bars of a
 * shared stretch, so moving a bar moves it for all of them.
 */
import type { RoutingGrid } from '../routing/grid.ts'
import type { Plan } from '../planning/plan.ts'
import type { Routing } from '../routing/routing.ts'
import { groupOf } from '../routing/routingTable.ts'
import type { Path } from '../routing/occupancy.ts'

export interface Bar {
  readonly vertical: boolean
  /** The grid line it lies on: in x if vertical. */
  readonly line: number
  readonly group: number
  /** Along the other axis, in grid lines. */
  from: number
  to: number
  /** The column (row) of a step it meets at right angles: then it cannot move by itself. */
  band: number
  offset: number
  /** Where a route ends at a step on the low or high end: the step. */
  lowStep: number
  highStep: number
}

/** A route as bars; the corner k lies between bars k and k + 1. */
interface BarRoute {
  readonly bars: readonly Bar[]
  /** Grid points: start, corners, end. */
  readonly corners: readonly number[]
}

export interface Bars {
  readonly all: readonly Bar[]
  readonly routes: readonly BarRoute[]
}

interface Stretch {
  readonly route: number
  readonly at: number
  readonly vertical: boolean
  readonly line: number
  readonly from: number
  readonly to: number
  readonly group: number
}

export function cornersOf(path: Path): number[] {
  const corners = [path[0]!]
  for (let at = 1; at + 1 < path.length; at++) {
    if (path[at]! - path[at - 1]! !== path[at + 1]! - path[at]!) corners.push(path[at]!)
  }
  corners.push(path[path.length - 1]!)
  return corners
}

export function barsOf(plan: Plan, routing: Routing): Bars {
  const { grid } = routing
  const corners = routing.paths.map(cornersOf)
  const stretches = corners.flatMap((points, route) => stretchesOf(grid, points, route, groupOf(plan, route)))
  const order = [...stretches.keys()].sort((a, b) => {
    const [one, other] = [stretches[a]!, stretches[b]!]
    return (
      Number(one.vertical) - Number(other.vertical) ||
      one.line - other.line ||
      one.group - other.group ||
      one.from - other.from
    )
  })
  const all: Bar[] = []
  const barAt = corners.map((): Bar[] => [])
  for (const index of order) {
    const stretch = stretches[index]!
    const last = all[all.length - 1]
    const joins =
      last !== undefined &&
      last.vertical === stretch.vertical &&
      last.line === stretch.line &&
      last.group === stretch.group &&
      stretch.from <= last.to
    const bar = joins ? last : barOf(stretch)
    if (joins) last.to = Math.max(last.to, stretch.to)
    else all.push(bar)
    barAt[stretch.route]![stretch.at] = bar
  }
  const routes = corners.map((points, route) => ({ bars: barAt[route]!, corners: points }))
  for (const [route, { bars }] of routes.entries()) attach(plan, grid, corners[route]!, bars, route)
  return { all, routes }
}

const barOf = ({ vertical, line, group, from, to }: Stretch): Bar => ({
  vertical,
  line,
  group,
  from,
  to,
  band: -1,
  offset: 0,
  lowStep: -1,
  highStep: -1,
})

function stretchesOf(grid: RoutingGrid, corners: readonly number[], route: number, group: number): Stretch[] {
  return corners.slice(1).map((end, at) => {
    const start = corners[at]!
    const [x1, x2] = [start % grid.width, end % grid.width]
    const [y1, y2] = [Math.floor(start / grid.width), Math.floor(end / grid.width)]
    const vertical = x1 === x2
    return {
      route,
      at,
      vertical,
      line: vertical ? x1 : y1,
      from: vertical ? Math.min(y1, y2) : Math.min(x1, x2),
      to: vertical ? Math.max(y1, y2) : Math.max(x1, x2),
      group,
    }
  })
}

/** A bar that meets a step at a right angle is fixed to the step's column or row. */
function attach(
  plan: Plan,
  grid: RoutingGrid,
  corners: readonly number[],
  bars: readonly Bar[],
  route: number,
): void {
  const { from, to } = plan.flowlines[route]!
  for (const [step, bar, point] of [
    [from, bars[0]!, corners[0]!],
    [to, bars[bars.length - 1]!, corners[corners.length - 1]!],
  ] as const) {
    const line = bar.vertical ? grid.xLines[bar.line]! : grid.yLines[bar.line]!
    bar.band = line.band
    bar.offset = line.offset
    const along = bar.vertical ? Math.floor(point / grid.width) : point % grid.width
    if (along === bar.from) bar.lowStep = step
    else bar.highStep = step
  }
}
