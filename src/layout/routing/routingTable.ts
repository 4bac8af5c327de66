/** The flowlines on their grid while they are being drawn: one laid, taken up, laid again. */
import { costs, enteringCost, leavingCost, slotCost } from './costs.ts'
import type { RoutingGrid } from './grid.ts'
import type { Placement } from '../placing/placement.ts'
import { hasBar, type Plan } from '../planning/plan.ts'
import { findRoute, type PointRange, type RouteRequest, type Router, type Stop } from './router.ts'
import { lay, lift, type Path, type Occupancy } from './occupancy.ts'

export interface RoutingTable {
  readonly plan: Plan
  readonly placement: Placement
  readonly grid: RoutingGrid
  readonly occupancy: Occupancy
  readonly router: Router
  readonly paths: (Path | null)[]
  readonly costs: number[]
  /** Every change of a path, in the order of time. */
  readonly changes: Change[]
  /** By flowline: what its last search looked at, and how many changes there were. */
  readonly searches: (Search | null)[]
}

interface Change extends PointRange {
  readonly group: number
}

interface Search {
  readonly lookedAt: PointRange
  readonly changes: number
}

export const groupOf = (plan: Plan, index: number): number => {
  const line = plan.flowlines[index]!
  if (line.from === line.to) return 2 * plan.steps.length + index + 1
  return line.to * 2 + (line.return ? 1 : 0) + 1
}

export function routeLine(table: RoutingTable, index: number, mayOverlap: boolean): boolean {
  const found = findRoute(table.router, routeRequestOf(table, index, mayOverlap))
  if (!found) return false
  table.paths[index] = found.path
  table.costs[index] = found.cost
  lay(table.grid, table.occupancy, found.path, groupOf(table.plan, index))
  noteChange(table, index, found.path)
  table.searches[index] = { lookedAt: found.lookedAt, changes: table.changes.length }
  return true
}

function noteChange({ plan, changes }: RoutingTable, index: number, path: Path): void {
  let [first, last] = [Infinity, -1]
  for (const point of path) {
    first = Math.min(first, point)
    last = Math.max(last, point)
  }
  changes.push({ first, last, group: groupOf(plan, index) })
}

/** Whether a search would find the same once more: no path has changed where the last one looked. */
function isSettled({ plan, grid, changes, searches }: RoutingTable, index: number): boolean {
  const search = searches[index]
  if (!search) return false
  const group = groupOf(plan, index)
  const row = (point: number): number => Math.floor(point / grid.width)
  const [top, bottom] = [row(search.lookedAt.first), row(search.lookedAt.last)]
  for (let at = search.changes; at < changes.length; at++) {
    const change = changes[at]!
    if (change.group === group || (row(change.first) <= bottom && row(change.last) >= top)) return false
  }
  return true
}

export function reroute(table: RoutingTable, index: number): void {
  const old = table.paths[index]
  if (!old) {
    routeLine(table, index, false)
    return
  }
  if (isSettled(table, index)) return
  const cost = table.costs[index]!
  const { length } = table.changes
  takeUp(table, index)
  if (!routeLine(table, index, false)) layAgain(table, index, old, cost)
  if (!isSamePath(old, table.paths[index]!)) return
  table.changes.length = length
  const search = table.searches[index]
  if (search) table.searches[index] = { ...search, changes: Math.min(search.changes, length) }
}

const isSamePath = (one: Path, other: Path): boolean =>
  one.length === other.length && one.every((point, at) => point === other[at])

export function takeUp(table: RoutingTable, index: number): void {
  const path = table.paths[index]
  if (path) {
    lift(table.grid, table.occupancy, path)
    noteChange(table, index, path)
  }
  table.paths[index] = null
}

export function layAgain(table: RoutingTable, index: number, path: Path, cost: number): void {
  table.paths[index] = path
  table.costs[index] = cost
  lay(table.grid, table.occupancy, path, groupOf(table.plan, index))
  noteChange(table, index, path)
}

/** The bar of 并行 lies on one side of its step: what meets another side is led around. */
const aside = (direction: number, wanted: number): number => (direction === wanted ? 0 : 4 * costs.bend)

function routeRequestOf(table: RoutingTable, index: number, mayOverlap: boolean): RouteRequest {
  const { plan, placement, grid } = table
  const line = plan.flowlines[index]!
  const group = groupOf(plan, index)
  const decides = (step: number): boolean => plan.steps[step]!.kind === 'decision'
  const forks = hasBar(plan.steps[line.from]!, 'fork')
  const leaving = {
    return: line.return,
    decision: !forks && (decides(line.from) || plan.exits[line.from]!.length > 1),
    main: placement.main[line.from] === index,
  }
  const joins = !line.return && hasBar(plan.steps[line.to]!, 'join')
  const starts = grid.ports[line.from]!.map(({ point, direction, slot }): Stop => ({
    point,
    direction,
    cost:
      leavingCost(direction, leaving) +
      (forks || (joins && !decides(line.from)) ? aside(direction, 2) : 0) +
      (forks && direction === 2 ? 0 : slotCost(slot, decides(line.from))),
  }))
  const goals = grid.ports[line.to]!.map(({ point, direction, slot }): Stop => ({
    point,
    direction,
    cost:
      enteringCost(direction, line) +
      (joins ? aside(direction, 0) : 0) +
      (direction === 2 && hasBar(plan.steps[line.to]!, 'fork') ? 4 * costs.bend : 0) +
      (joins && direction === 0 ? 0 : slotCost(slot, decides(line.to))),
  }))
  const sameGroupPaths: Path[] = []
  // Those that meet at a bar come to it one by one.
  for (const other of joins ? [] : plan.entries[line.to]!) {
    const path = table.paths[other]
    if (other !== index && path && groupOf(plan, other) === group) sameGroupPaths.push(path)
  }
  return { group, return: line.return, starts, goals, sameGroupPaths, mayOverlap }
}
