import { describe, expect, it } from 'vitest'
import type { Direction, Lattice } from '../../../src/layout/routing/grid.ts'
import { joinsOf } from '../../../src/layout/routing/joinsOf.ts'
import { directionOf, isEdge, opposite, strideOf } from '../../../src/layout/routing/lattice.ts'
import { lay, occupancyOf, type Path } from '../../../src/layout/routing/occupancy.ts'
import { findRoute, routerOf } from '../../../src/layout/routing/router.ts'

const lines = (count: number) => Array.from({ length: count }, () => ({ bias: 0 }))

/** Free ground: lines every 40 units, points numbered row by row. */
function ground(width: number, height: number): Lattice {
  return {
    width,
    height,
    xs: Float64Array.from({ length: width }, (_, x) => 40 * x),
    ys: Float64Array.from({ length: height }, (_, y) => 40 * y),
    xLines: lines(width),
    yLines: lines(height),
    blocked: new Uint8Array(width * height),
  }
}

/** From the left edge of the middle row to its right edge; `held` are stretches of another target. */
function acrossMiddle(grid: Lattice, held: readonly Path[], mayOverlap: boolean): Path | undefined {
  const occupancy = occupancyOf(grid)
  for (const path of held) lay(grid, occupancy, path, 2)
  const first = grid.width * Math.floor(grid.height / 2)
  return findRoute(routerOf(grid, occupancy), {
    group: 1,
    return: false,
    starts: [{ point: first, direction: 1, cost: 0 }],
    goals: [{ point: first + grid.width - 1, direction: 3, cost: 0 }],
    sameGroupPaths: [],
    mayOverlap,
  })?.path
}

describe('[LA1] a flowline', () => {
  it('runs straight where nothing is in its way', () => {
    expect(acrossMiddle(ground(5, 3), [], false)).toEqual([5, 6, 7, 8, 9])
  })

  it('goes round another one rather than lie on it, also where it might', () => {
    for (const mayOverlap of [false, true]) {
      const path = acrossMiddle(ground(8, 3), [[10, 11, 12, 13]], mayOverlap)!
      expect(path).not.toContain(11)
      expect([path[0], path.at(-1)]).toEqual([8, 15])
    }
  })

  it('lies on another one only where there is no other way', () => {
    const grid = ground(5, 1)
    expect(acrossMiddle(grid, [[1, 2, 3]], false)).toBeUndefined()
    expect(acrossMiddle(grid, [[1, 2, 3]], true)).toEqual([0, 1, 2, 3, 4])
  })

  it('crosses another one at a right angle', () => {
    expect(acrossMiddle(ground(5, 3), [[2, 7, 12]], false)).toEqual([5, 6, 7, 8, 9])
  })
})

it('[LA9] joining one that still bends costs more than joining one that runs straight, as far away', () => {
  const grid = ground(4, 3)
  const costAt = (path: Path) => joinsOf(grid, [path]).get(1)!.cost
  expect(costAt([0, 1, 2, 6])).toBeGreaterThan(costAt([0, 1, 2, 3]))
  expect(costAt([0, 1, 2, 3])).toBeGreaterThan(costAt([0, 1, 2]))
})

it.each<[Direction, readonly number[]]>([
  [0, [0, 1, 2, 3]],
  [1, [3, 7, 11]],
  [2, [8, 9, 10, 11]],
  [3, [0, 4, 8]],
])('[LA15] a way in direction %i leads back the other way, and ends at the edge', (direction, edge) => {
  const grid = ground(4, 3)
  const points = Array.from({ length: 12 }, (_, point) => point)
  expect(points.filter((point) => isEdge(grid, point, direction))).toEqual(edge)
  for (const point of points.filter((one) => !edge.includes(one))) {
    const next = point + strideOf(grid, direction)
    expect([directionOf(point, next), directionOf(next, point)]).toEqual([direction, opposite(direction)])
  }
})
