/** Where a flowline may join another of its group, and what the rest of the way costs then. */
import { costs } from './costs.ts'
import type { Direction, Lattice } from './grid.ts'
import { directionOf, distanceBetween } from './lattice.ts'
import type { Path } from './occupancy.ts'

export interface Join {
  readonly direction: Direction
  readonly cost: number
  readonly path: Path
  readonly at: number
}

export function joinsOf(grid: Lattice, sameGroupPaths: readonly Path[]): ReadonlyMap<number, Join> {
  const joins = new Map<number, Join>()
  for (const path of sameGroupPaths) {
    let cost: number = costs.junction
    for (let at = path.length - 2; at > 0; at--) {
      const direction = directionOf(path[at]!, path[at + 1]!)
      const next = path[at + 2]
      if (next !== undefined && directionOf(path[at + 1]!, next) !== direction) {
        cost += costs.bend * costs.shared
      }
      cost += costs.length * costs.shared * distanceBetween(grid, path[at]!, path[at + 1]!)
      if (!joins.has(path[at]!)) joins.set(path[at]!, { direction, cost, path, at })
    }
  }
  return joins
}
