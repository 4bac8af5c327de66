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

/** A straight stretch of a path, by its end that is nearer the goal. */
interface Stretch {
  readonly x: number
  readonly y: number
  /** How far it reaches from there; one of the two is 0. */
  readonly dx: number
  readonly dy: number
  /** Least cost of the rest of the way from there. */
  readonly cost: number
}

/**
 * A function of x and y: a lower bound for what it costs to reach one of these paths and to follow it;
 * `most` if it is no less.
 */
export function distanceToJoins(
  grid: Lattice,
  sameGroupPaths: readonly Path[],
): (x: number, y: number, most: number) => number {
  const stretches = sameGroupPaths.flatMap((path) => stretchesOf(grid, path))
  const shared = costs.length * costs.shared
  // To look at many costs more than the search saves by it.
  if (stretches.length > mostStretches) return (_x, _y, most) => most * costs.shared
  return (x, y, most) => {
    let least = most
    for (const stretch of stretches) {
      if (stretch.cost >= least) continue
      // The point of the stretch that is nearest: to join later along it never costs less than to follow it.
      const alongX = clamped(x - stretch.x, stretch.dx)
      const alongY = clamped(y - stretch.y, stretch.dy)
      const away = Math.abs(x - stretch.x - alongX) + Math.abs(y - stretch.y - alongY)
      const cost = stretch.cost + costs.length * away + shared * (Math.abs(alongX) + Math.abs(alongY))
      if (cost < least) least = cost
    }
    return least
  }
}

const mostStretches = 24

const clamped = (value: number, reach: number): number =>
  reach < 0 ? Math.min(0, Math.max(reach, value)) : Math.max(0, Math.min(reach, value))

function stretchesOf(grid: Lattice, path: Path): readonly Stretch[] {
  const stretches: Stretch[] = []
  let cost: number = costs.junction
  let end = path.length - 1
  for (let at = path.length - 2; at >= 0; at--) {
    const isLast = at === 0 || directionOf(path[at - 1]!, path[at]!) !== directionOf(path[at]!, path[at + 1]!)
    if (!isLast) continue
    const [x, y] = [grid.xs[path[end]! % grid.width]!, grid.ys[Math.floor(path[end]! / grid.width)]!]
    const dx = grid.xs[path[at]! % grid.width]! - x
    const dy = grid.ys[Math.floor(path[at]! / grid.width)]! - y
    stretches.push({ x, y, dx, dy, cost })
    cost += costs.length * costs.shared * (Math.abs(dx) + Math.abs(dy)) + costs.bend * costs.shared
    end = at
  }
  return stretches
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
