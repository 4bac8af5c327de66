import { expect, it } from 'vitest'
import type { Point } from '../../../src/layout/arrangement.ts'
import type { PathCommand } from '../../../src/sheet/displayList.ts'
import {
  circle,
  distance,
  documentOutline,
  roundedPolyline,
  roundedRect,
  waveDepth,
} from '../../../src/sheet/figures/shapes.ts'

/** Points along a path as a renderer draws it; curves in twenty pieces. */
function drawn(path: readonly PathCommand[]): readonly Point[] {
  const points: Point[] = []
  for (const command of path) {
    if (command[0] === 'Z') continue
    if (command[0] !== 'C') {
      points.push([command[1], command[2]])
      continue
    }
    const [fromX, fromY] = points.at(-1)!
    const [, ax, ay, bx, by, x, y] = command
    for (let i = 1; i <= 20; i++)
      points.push([curve(i / 20, fromX, ax, bx, x), curve(i / 20, fromY, ay, by, y)])
  }
  return points
}

function curve(t: number, from: number, a: number, b: number, to: number): number {
  const s = 1 - t
  return s ** 3 * from + 3 * s * s * t * a + 3 * s * t * t * b + t ** 3 * to
}

it('[SH3] a circle is round everywhere', () => {
  for (const point of drawn(circle(40, 30, 10))) expect(distance(point, [40, 30])).toBeCloseTo(10, 1)
})

it('[SH3] the corners of a rounded box are quarters of a circle', () => {
  const box = { x: 10, y: 20, width: 100, height: 60 }
  const middles: readonly Point[] = [
    [18, 28],
    [102, 28],
    [102, 72],
    [18, 72],
  ]
  for (const [x, y] of drawn(roundedRect(box, 8))) {
    const corner = middles.find(([mx, my]) => (mx < 60 ? x < mx : x > mx) && (my < 50 ? y < my : y > my))
    if (corner) expect(distance([x, y], corner)).toBeCloseTo(8, 1)
    else expect(x === 10 || x === 110 || y === 20 || y === 80).toBe(true)
  }
})

it('[SH3] the wave of a document has its lowest point in the middle, where flowlines leave', () => {
  const box = { width: 160, height: 60 }
  const wave = drawn(documentOutline(box)).filter(([, y]) => y > 0)
  const lowest = Math.max(...wave.map(([, y]) => y))
  expect(lowest).toBe(box.height)
  expect(wave.filter(([, y]) => y === lowest).map(([x]) => x)).toEqual([80])
  expect(Math.min(...wave.map(([, y]) => y))).toBe(box.height - waveDepth)
})

it('[SH3] a bent flowline turns in quarters of a circle and stays within its corner', () => {
  const path = drawn(
    roundedPolyline(
      [
        [0, 0],
        [50, 0],
        [50, 80],
      ],
      6,
    ),
  )
  expect(path[0]).toEqual([0, 0])
  expect(path.at(-1)).toEqual([50, 80])
  for (const [x, y] of path) {
    if (x > 44 && y < 6) expect(distance([x, y], [44, 6])).toBeCloseTo(6, 1)
    else expect(y === 0 || Math.abs(x - 50) < 1e-9).toBe(true)
  }
})

it.each([
  ['after', [50, 4, 50]],
  ['before', [4, 50, 50]],
  ['between two long ones', [60, 4, 60]],
] as const)('[SH3] a short piece %s is never overshot by the rounding', (_, [across, down, on]) => {
  const corners: readonly Point[] = [
    [0, 0],
    [across, 0],
    [across, down],
    [across + on, down],
  ]
  const path = drawn(roundedPolyline(corners, 6))
  for (const [i, [x, y]] of path.entries()) {
    const [px, py] = path[i - 1] ?? [0, 0]
    expect(x).toBeGreaterThanOrEqual(px - 1e-9)
    expect(y).toBeGreaterThanOrEqual(py - 1e-9)
  }
})
