/** Steps from point to point on a grid: neighbours, owners of edges, distances. */
import type { Direction, Lattice } from './grid.ts'
import type { Occupancy } from './occupancy.ts'

export const opposite = (direction: number): Direction => ((direction + 2) & 3) as Direction

/** To the next point in that direction. */
export const strideOf = (grid: Lattice, direction: number): number =>
  direction === 0 ? -grid.width : direction === 1 ? 1 : direction === 2 ? grid.width : -1

export function directionOf(from: number, to: number): Direction {
  if (to === from + 1) return 1
  if (to === from - 1) return 3
  return to > from ? 2 : 0
}

/** The group that owns the piece that leaves a point in a direction; 0 where it is free. */
export function ownerOf(grid: Lattice, occupancy: Occupancy, point: number, direction: number): number {
  if (direction === 0) return point >= grid.width ? occupancy.down[point - grid.width]! : 0
  if (direction === 1) return occupancy.right[point]!
  if (direction === 2) return occupancy.down[point]!
  return point > 0 ? occupancy.right[point - 1]! : 0
}

export function isEdge(grid: Lattice, point: number, direction: number): boolean {
  if (direction === 0) return point < grid.width
  if (direction === 2) return point >= grid.width * (grid.height - 1)
  const x = point % grid.width
  return direction === 1 ? x === grid.width - 1 : x === 0
}

export function distanceBetween(grid: Lattice, a: number, b: number): number {
  const [xa, xb] = [a % grid.width, b % grid.width]
  const [ya, yb] = [(a - xa) / grid.width, (b - xb) / grid.width]
  return Math.abs(grid.xs[xa]! - grid.xs[xb]!) + Math.abs(grid.ys[ya]! - grid.ys[yb]!)
}
