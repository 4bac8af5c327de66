/**
 * Removes crossings that come from the order of routing: takes up both flowlines of a crossing
 * pair, routes them in the other order, and keeps the cheaper result.
 */
import { ownerOf } from './lattice.ts'
import { groupOf, layAgain, routeLine, takeUp, type RoutingTable } from './routingTable.ts'

/** A limit on pairs instead of time, so that every machine stops at the same one. */
const mostPairs = 80

export function untangle(table: RoutingTable): void {
  let tried = 0
  for (const index of table.plan.flowlines.keys()) {
    if (isStraight(table, index)) continue
    for (const other of crossedBy(table, index)) {
      if (isStraight(table, other)) continue
      if (tried++ === mostPairs) return
      tryInOtherOrder(table, index, other)
    }
  }
}

/** Straight flowlines stay: the reader follows them first. */
function isStraight({ paths }: RoutingTable, index: number): boolean {
  const path = paths[index]!
  const pieces = path.length - 1
  return path[0]! + (path[1]! - path[0]!) * pieces === path[pieces]
}

function crossedBy({ plan, grid, occupancy, paths }: RoutingTable, index: number): ReadonlySet<number> {
  const own = groupOf(plan, index)
  const groups = new Set<number>()
  for (const point of (paths[index] ?? []).slice(1, -1)) {
    for (let side = 0; side < 4; side++) groups.add(ownerOf(grid, occupancy, point, side))
  }
  const crossed = new Set<number>()
  for (const other of plan.flowlines.keys()) {
    const group = groupOf(plan, other)
    if (group !== own && groups.has(group)) crossed.add(other)
  }
  return crossed
}

function tryInOtherOrder(table: RoutingTable, one: number, other: number): void {
  const before = [one, other].map((index) => ({
    index,
    path: table.paths[index]!,
    cost: table.costs[index]!,
  }))
  const paid = (): number => table.costs[one]! + table.costs[other]!
  const was = paid()
  for (const { index } of before) takeUp(table, index)
  let drawn = routeLine(table, other, false) && routeLine(table, one, false)
  if (drawn) {
    // Once more, so that both have paid for the other.
    takeUp(table, other)
    drawn = routeLine(table, other, false)
  }
  if (drawn && paid() < was - 1) return
  for (const { index } of before) takeUp(table, index)
  for (const { index, path, cost } of before) layAgain(table, index, path, cost)
}
