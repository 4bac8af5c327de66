import { expect, it } from 'vitest'
import type { Arrangement } from '../../../src/layout/arrangement.ts'
import { spread } from '../../../src/sheet/page/spread.ts'

/** Two boxes of 100 side by side, gaps of 20, 30 and 50 beside them. */
const two: Arrangement = {
  width: 300,
  height: 100,
  steps: { 甲: { x: 20, y: 0, width: 100, height: 100 }, 乙: { x: 150, y: 0, width: 100, height: 100 } },
  flowlines: {},
  lanes: [],
  sideBoxes: [],
  columns: null,
}

it('[SH4] spreading gives every gap the same share of the room, and takes all of it', () => {
  const wide = spread(two, { width: 400, height: 100 })
  expect(wide.width).toBeCloseTo(400)
  expect(wide.steps['甲']).toEqual({ x: 40, y: 0, width: 100, height: 100 })
  expect(wide.steps['乙']).toEqual({ x: 200, y: 0, width: 100, height: 100 })
})

it('[SH4] spreading makes no gap wider than two and a half times', () => {
  const wide = spread(two, { width: 4000, height: 100 })
  expect([wide.width, wide.steps['甲']!.x]).toEqual([450, 50])
})

it('[SH4] spreading leaves a drawing as it is that has no gap to widen', () => {
  const full: Arrangement = { ...two, width: 100, steps: { 甲: { x: 0, y: 0, width: 100, height: 100 } } }
  expect(spread(full, { width: 400, height: 400 })).toEqual(full)
})
