import { expect, it } from 'vitest'
import type { Point, Rect } from '../../../src/layout/arrangement.ts'
import { freeGrid } from '../../../src/layout/rerouting/freeGrid.ts'

const step = (x: number, y: number, width: number): Rect => ({ x, y, width, height: 40 })

/** The upright lines that a dragged flowline may run along. */
function uprightLines(
  rects: readonly Rect[],
  kept: readonly (readonly Point[])[],
  borders: readonly number[],
) {
  const planned = rects.map(({ width, height }, at) => ({
    id: `s${at}`,
    kind: 'process' as const,
    lane: 0,
    width,
    height,
  }))
  const window = { x: -100, y: -100, width: 700, height: 500 }
  const { xs } = freeGrid({ window, steps: planned, rects, open: new Map(), kept, labels: [], borders })
  return [...xs]
}

// Their right sides are five units apart: so would be the lines beside them.
const rects = [step(100, 50, 100), step(240, 50, 100), step(100, 200, 105)]

it('[LA17] lines beside steps are as far from each other as two flowlines must be, and on the paper', () => {
  const xs = uprightLines(rects, [], [])
  expect(xs.length).toBeGreaterThan(6)
  expect(xs[0]).toBeGreaterThanOrEqual(6)
  for (const [at, x] of xs.slice(1).entries()) expect(x - xs[at]!).toBeGreaterThanOrEqual(8)
})

it('[LA17] a flowline that stays has its own line, and none is too near beside it', () => {
  const kept: readonly Point[] = [
    [219, 0],
    [219, 300],
  ]
  const xs = uprightLines(rects, [kept], [])
  expect(xs).toContain(219)
  expect(xs.filter((x) => Math.abs(x - 219) < 8)).toEqual([219])
})

it('[LA17] no line runs along the border of a lane', () => {
  expect(uprightLines(rects, [], [216]).filter((x) => Math.abs(x - 216) <= 5)).toEqual([])
})
