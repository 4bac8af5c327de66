/** Who owns which piece of the grid. Flowlines of one group (same target, same kind) may share pieces. */
import type { Lattice } from './grid.ts'

export interface Occupancy {
  /** Piece from a point to its right neighbour: the group that owns it, 0 for none; and how many flowlines of it. */
  readonly right: Int32Array
  readonly rightCount: Uint16Array
  readonly down: Int32Array
  readonly downCount: Uint16Array
}

export type Path = readonly number[]

export function occupancyOf(grid: Lattice): Occupancy {
  const points = grid.width * grid.height
  return {
    right: new Int32Array(points),
    rightCount: new Uint16Array(points),
    down: new Int32Array(points),
    downCount: new Uint16Array(points),
  }
}

export function lay(grid: Lattice, occupancy: Occupancy, path: Path, group: number): void {
  eachPiece(grid, occupancy, path, (owner, count, at) => {
    owner[at] = group
    count[at] = count[at]! + 1
  })
}

/** Owner value of grid edges too near beside a flowline to run along; crossing them is free. */
const shadow = -1

export function shade(grid: Lattice, occupancy: Occupancy, path: Path): void {
  eachPiece(grid, occupancy, path, (owner, _, at) => {
    if (owner[at] === 0) owner[at] = shadow
  })
}

export function lift(grid: Lattice, occupancy: Occupancy, path: Path): void {
  eachPiece(grid, occupancy, path, (owner, count, at) => {
    count[at] = Math.max(0, count[at]! - 1)
    if (count[at] === 0) owner[at] = 0
  })
}

function eachPiece(
  grid: Lattice,
  occupancy: Occupancy,
  path: Path,
  visit: (owner: Int32Array, count: Uint16Array, at: number) => void,
): void {
  for (let index = 1; index < path.length; index++) {
    const at = Math.min(path[index - 1]!, path[index]!)
    const isHorizontal = Math.abs(path[index]! - path[index - 1]!) < grid.width
    if (isHorizontal) visit(occupancy.right, occupancy.rightCount, at)
    else visit(occupancy.down, occupancy.downCount, at)
  }
}
