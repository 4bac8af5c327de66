/**
 * Routes some flowlines of a drawing anew around steps at fixed positions, with the same
 * router. Only the surroundings are considered, so the cost of a drag frame does not grow with
 * the chart.
 */
import type { Arrangement, Point, Rect, Route } from '../arrangement.ts'
import { cornersOf } from '../coordinates/bars.ts'
import { enteringCost, leavingCost, slotCost } from '../routing/costs.ts'
import { firstFrom, freeGrid, type FreeGrid, type FreePort } from './freeGrid.ts'
import { freeLabel, meets, pieces } from '../coordinates/freeLabel.ts'
import { outlineAt } from '../outlineAt.ts'
import type { Plan } from '../planning/plan.ts'
import { findRoute, routerOf, type Router, type Stop } from '../routing/router.ts'
import { groupOf } from '../routing/routingTable.ts'
import { lay, shade, occupancyOf, type Path, type Occupancy } from '../routing/occupancy.ts'

export interface FixedDrawing {
  readonly plan: Plan
  readonly rects: readonly Rect[]
  readonly routes: readonly (Route | null)[]
  readonly lanes: Arrangement['lanes']
}

interface Workspace {
  readonly drawing: FixedDrawing
  readonly grid: FreeGrid
  readonly occupancy: Occupancy
  readonly router: Router
  /** By flowline: as grid points, for those that others may join. */
  readonly paths: (Path | null)[]
}

export function freelyRouted(drawing: FixedDrawing, anew: readonly number[]): (Route | null)[] {
  const near = windowOf(drawing, anew)
  const routes = drawnWhole(drawing, anew)
  for (const index of anew) routes[index] = null
  const workspace = workspaceOf({ ...drawing, routes }, anew, near)
  const drawn = new Map<number, readonly Point[]>()
  const order = [...anew].sort((a, b) => worth(drawing, a) - worth(drawing, b) || a - b)
  for (const index of order) drawn.set(index, routeFreely(workspace, index))
  for (const index of order) {
    const points = drawn.get(index)!
    routes[index] = { points, label: null, return: drawing.plan.flowlines[index]!.return }
  }
  for (const index of order) routes[index] = { ...routes[index]!, label: labelOf(drawing, routes, index) }
  return routes
}

/** What left its last stretch to one that is drawn anew draws it itself. */
function drawnWhole({ plan, routes }: FixedDrawing, anew: readonly number[]): (Route | null)[] {
  const groups = new Set(anew.map((index) => groupOf(plan, index)))
  return routes.map((route, index) => {
    if (route?.joins === undefined || !groups.has(groupOf(plan, index))) return route
    const { points, label, return: isReturn } = route
    return { points, label, return: isReturn }
  })
}

/** Short forward flowlines first. */
function worth({ plan, rects }: FixedDrawing, index: number): number {
  const line = plan.flowlines[index]!
  const [from, to] = [rects[line.from]!, rects[line.to]!]
  return Math.abs(from.x - to.x) + Math.abs(from.y - to.y) + (line.return ? 1e6 : 0)
}

/** What is looked at when these are drawn. */
export function windowOf(
  { plan, rects }: Pick<FixedDrawing, 'plan' | 'rects'>,
  anew: readonly number[],
): Rect {
  const ends = anew.flatMap((index) => [
    rects[plan.flowlines[index]!.from]!,
    rects[plan.flowlines[index]!.to]!,
  ])
  const left = Math.min(...ends.map((rect) => rect.x)) - 160
  const top = Math.min(...ends.map((rect) => rect.y)) - 120
  const right = Math.max(...ends.map((rect) => rect.x + rect.width)) + 160
  const bottom = Math.max(...ends.map((rect) => rect.y + rect.height)) + 120
  return { x: left, y: top, width: right - left, height: bottom - top }
}

function workspaceOf(drawing: FixedDrawing, anew: readonly number[], near: Rect): Workspace {
  const { plan, rects, routes, lanes } = drawing
  const inside = plan.steps.map((_, step) => step).filter((step) => meets(rects[step]!, near, 0))
  const place = new Map(inside.map((step, at) => [step, at]))
  const stays = routes.map((route) =>
    route && pieces(route.points).some((piece) => meets(piece, near, 0)) ? route : null,
  )
  const open = facingOf(drawing, anew, place)
  const bare = freeGrid({
    window: near,
    steps: inside.map((step) => plan.steps[step]!),
    rects: inside.map((step) => rects[step]!),
    open,
    kept: stays.flatMap((route) => (route ? [route.points] : [])),
    labels: [
      ...stays.flatMap((route) => (route?.label ? [route.label] : [])),
      ...lanes.map((lane) => ({ ...lane, height: lane.head })),
    ],
    borders: lanes.flatMap((lane) => [lane.x, lane.x + lane.width]),
  })
  const ports = new Map([...bare.ports].map(([at, list]) => [inside[at]!, list]))
  const grid = { ...bare, ports }
  const occupancy = occupancyOf(grid)
  const workspace: Workspace = {
    drawing,
    grid,
    occupancy,
    router: routerOf(grid, occupancy),
    paths: routes.map(() => null),
  }
  for (const [index, route] of stays.entries()) if (route) keep(workspace, index, route.points)
  return workspace
}

/**
 * By index in the workspace: the steps whose flowlines are drawn anew, with the steps at their
 * other ends.
 */
function facingOf(
  { plan, rects }: FixedDrawing,
  anew: readonly number[],
  place: ReadonlyMap<number, number>,
): Map<number, { xs: number[]; ys: number[] }> {
  const open = new Map<number, { xs: number[]; ys: number[] }>()
  for (const index of anew) {
    const { from, to } = plan.flowlines[index]!
    for (const [step, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const facing = open.get(place.get(step)!) ?? { xs: [], ys: [] }
      facing.xs.push(rects[other]!.x + rects[other]!.width / 2)
      facing.ys.push(rects[other]!.y + rects[other]!.height / 2)
      open.set(place.get(step)!, facing)
    }
  }
  return open
}

/** Marks the grid edges of a flowline that stays as owned, and the lines too near beside it as shaded. */
function keep(workspace: Workspace, index: number, points: readonly Point[]): void {
  const { grid, occupancy } = workspace
  const group = groupOf(workspace.drawing.plan, index)
  const path: number[] = []
  for (let at = 1; at < points.length; at++) {
    const [start, end] = [points[at - 1]!, points[at]!]
    const upright = start[0] === end[0]
    const along = upright ? grid.ys : grid.xs
    const across = upright ? grid.xs : grid.ys
    const [low, high] = upright ? order(start[1], end[1]) : order(start[0], end[0])
    // One piece further at the ends: that is the port it takes.
    const from = firstFrom(along, low) - 1
    const to = firstFrom(along, high + 2e-6)
    const place = upright ? start[0] : start[1]
    for (
      let line = firstFrom(across, place - 6.9);
      line < across.length && across[line]! < place + 6.9;
      line++
    ) {
      const run: number[] = []
      for (let k = Math.max(0, from); k <= Math.min(along.length - 1, to); k++) {
        const isCorner = (k === from && at > 1) || (k === to && at < points.length - 1)
        if (!isCorner) run.push(upright ? k * grid.width + line : line * grid.width + k)
      }
      if (Math.abs(across[line]! - place) > 1e-6) {
        shade(grid, occupancy, run)
        continue
      }
      lay(grid, occupancy, run, group)
      const forward = upright ? end[1] > start[1] : end[0] > start[0]
      for (const point of forward ? run : run.reverse()) if (path[path.length - 1] !== point) path.push(point)
    }
  }
  workspace.paths[index] = path
}

const order = (a: number, b: number): readonly [number, number] => (a < b ? [a, b] : [b, a])

function routeFreely(workspace: Workspace, index: number): readonly Point[] {
  const { plan, rects } = workspace.drawing
  const line = plan.flowlines[index]!
  const group = groupOf(plan, index)
  const decides = (step: number): boolean => plan.steps[step]!.kind === 'decision'
  const leaving = { return: line.return, decision: decides(line.from), main: false }
  const stop = (port: FreePort, cost: number, step: number): Stop => ({
    point: port.point,
    direction: port.direction,
    cost: cost + slotCost(port.slot, decides(step)),
  })
  const [from, to] = [workspace.grid.ports.get(line.from)!, workspace.grid.ports.get(line.to)!]
  const sameGroupPaths: Path[] = []
  for (const other of plan.entries[line.to]!) {
    const path = workspace.paths[other]
    if (other !== index && path && path.length > 1 && groupOf(plan, other) === group)
      sameGroupPaths.push(path)
  }
  const request = {
    group,
    return: line.return,
    starts: from.map((port) => stop(port, leavingCost(port.direction, leaving), line.from)),
    goals: to.map((port) => stop(port, enteringCost(port.direction, line), line.to)),
    sameGroupPaths,
  }
  const found =
    request.starts.length > 0 && request.goals.length > 0
      ? (findRoute(workspace.router, { ...request, mayOverlap: false }) ??
        findRoute(workspace.router, { ...request, mayOverlap: true }))
      : null
  if (!found) return plainly(plan, rects, index)
  const points = pointsOf(workspace, index, found.path)
  keep(workspace, index, points)
  workspace.paths[index] = found.path
  return points
}

function pointsOf(workspace: Workspace, index: number, path: Path): readonly Point[] {
  const { grid, drawing } = workspace
  const { from, to } = drawing.plan.flowlines[index]!
  const corners = cornersOf(path)
  const points = corners.map((point): Point => [
    grid.xs[point % grid.width]!,
    grid.ys[Math.floor(point / grid.width)]!,
  ])
  const last = points.length - 1
  points[0] = endOn(drawing, from, points[0]!, points[1]!)
  points[last] = endOn(drawing, to, points[last]!, points[last - 1]!)
  return points
}

/** From the last point of the grid to the outline, straight on. */
function endOn({ plan, rects }: FixedDrawing, step: number, end: Point, next: Point): Point {
  const rect = rects[step]!
  if (end[0] === next[0]) return outlineAt(plan.steps[step]!.kind, rect, end[0], next[1] > end[1] ? 1 : -1)
  return [next[0] > end[0] ? rect.x + rect.width : rect.x, end[1]]
}

/**
 * Fallback when no route exists because steps overlap: a plain angle that at least shows what
 * leads where.
 */
function plainly(plan: Plan, rects: readonly Rect[], index: number): readonly Point[] {
  const line = plan.flowlines[index]!
  const [from, to] = [rects[line.from]!, rects[line.to]!]
  const [x1, x2] = [from.x + from.width / 2, to.x + to.width / 2]
  const [y1, y2] = [from.y + from.height, to.y]
  const middle = (y1 + y2) / 2
  if (x1 === x2)
    return [
      [x1, y1],
      [x2, y2],
    ]
  return [
    [x1, y1],
    [x1, middle],
    [x2, middle],
    [x2, y2],
  ]
}

function labelOf(
  { plan, rects, lanes }: FixedDrawing,
  routes: readonly (Route | null)[],
  index: number,
): Rect | null {
  const line = plan.flowlines[index]!
  if (!line.label) return null
  const heads = lanes.map((lane) => ({ ...lane, height: lane.head }))
  const labels = routes.flatMap((route) => (route?.label ? [route.label] : []))
  const lines = routes.flatMap((route, other) => (route && other !== index ? [route.points] : []))
  return freeLabel(line.label, routes[index]!.points, { rects: [...rects, ...labels, ...heads], lines })
}
