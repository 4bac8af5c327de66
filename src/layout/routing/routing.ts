/**
 * Routes all flowlines of a chart: cheap ones first, then each again with all others in place,
 * until a round improves nothing. Deterministic: depends on the order and shape of the
 * flowlines only, never on time.
 */
import { gridOf, type RoutingGrid, type Roominess } from './grid.ts'
import type { Placement } from '../placing/placement.ts'
import type { Plan } from '../planning/plan.ts'
import { routerOf } from './router.ts'
import { reroute, routeLine, type RoutingTable } from './routingTable.ts'
import { untangle } from './untangle.ts'
import { occupancyOf, type Path } from './occupancy.ts'

export interface Routing {
  readonly grid: RoutingGrid
  readonly paths: readonly Path[]
}

export function routed(plan: Plan, placement: Placement, passes: number): Routing {
  const most = Math.max(0, ...plan.steps.map((_, step) => plan.exits[step]!.length + 2))
  const slots = Math.min(6, Math.max(2, Math.ceil((most - 4) / 2)))
  const rooms: readonly Roominess[] = [
    { tracks: plan.steps.length > 100 ? 4 : 5, slots },
    { tracks: 9, slots: slots + 1 },
    { tracks: 15, slots: slots + 2 },
  ]
  const tried = isCrowded(plan) ? rooms.slice(0, 1) : rooms
  for (const room of tried) {
    const found = routedIn(plan, placement, room, passes, false)
    if (found) return found
  }
  return routedIn(plan, placement, tried.at(-1)!, passes, true)!
}

/** More flowlines than can leave or reach a step apart: more tracks would help none of them, and cost minutes. */
function isCrowded({ steps, flowlines, exits, entries }: Plan): boolean {
  if (flowlines.length > 3 * steps.length) return true
  return [...exits, ...entries].some((lines) => lines.length > mostApart)
}

const mostApart = 24

function routedIn(
  plan: Plan,
  placement: Placement,
  room: Roominess,
  passes: number,
  mayOverlap: boolean,
): Routing | null {
  const grid = gridOf(plan, placement, room)
  const occupancy = occupancyOf(grid)
  const table: RoutingTable = {
    plan,
    placement,
    grid,
    occupancy,
    router: routerOf(grid, occupancy),
    paths: plan.flowlines.map(() => null),
    costs: plan.flowlines.map(() => 0),
    changes: [],
    searches: plan.flowlines.map(() => null),
  }
  const order = routingOrder(plan, placement, grid)
  for (const line of order) if (!routeLine(table, line, false)) routeLine(table, line, mayOverlap)
  for (let pass = 1; pass < passes; pass++) {
    const before = total(table)
    for (const line of order) reroute(table, line)
    if (total(table) > before - 1) break
  }
  // A flowline without a route may get one now that the others have moved.
  for (const line of order) if (!table.paths[line] && !routeLine(table, line, mayOverlap)) return null
  if (plan.steps.length <= 120) untangle(table)
  return { grid, paths: table.paths as Path[] }
}

const total = (table: RoutingTable): number => table.costs.reduce((sum, cost) => sum + cost, 0)

function routingOrder(plan: Plan, placement: Placement, grid: RoutingGrid): number[] {
  const worth = plan.flowlines.map((line, index) => {
    const rowSpan = Math.abs(grid.rowOf[line.from]! - grid.rowOf[line.to]!)
    const columnSpan = Math.abs(grid.columnOf[line.from]! - grid.columnOf[line.to]!)
    const straight = rowSpan === 0 || (columnSpan === 0 && placement.main[line.from] === index)
    return (line.return ? 1000 : 0) + (straight ? 0 : 100) + 3 * rowSpan + columnSpan
  })
  return plan.flowlines.map((_, index) => index).sort((a, b) => worth[a]! - worth[b]! || a - b)
}
