import { expect, it } from 'vitest'
import type { Arrangement } from '../../../src/layout/arrangement.ts'
import { calmnessOf } from '../../../src/layout/pageFit/calmness.ts'
import { folded } from '../../../src/layout/pageFit/folded.ts'
import { foldingsOf } from '../../../src/layout/pageFit/folding.ts'

/** Steps under one another, each joined to the next. */
function column(count: number): Arrangement {
  const rows = Array.from({ length: count }, (_, row) => row)
  const steps = rows.map((row) => [`s${row}`, { x: 24, y: 24 + 80 * row, width: 168, height: 48 }] as const)
  const flowlines = rows.slice(1).map((row) => {
    const points = [
      [108, 24 + 80 * row - 32],
      [108, 24 + 80 * row],
    ] as const
    return [`f${row}`, { points, label: null, return: false }] as const
  })
  return {
    width: 216,
    height: 80 * count + 16,
    steps: Object.fromEntries(steps),
    flowlines: Object.fromEntries(flowlines),
    lanes: [],
    sideBoxes: [],
    columns: null,
  }
}

it('[LA20] a chart of 500 steps is folded where columns come out even, in some hundreds of ways and not 100,000', () => {
  const foldings = foldingsOf(column(500), 3)
  expect(foldings.length).toBeGreaterThan(10)
  expect(foldings.length).toBeLessThan(700)
  for (const { height } of foldings) expect(height).toBeLessThan(40_000 * 0.6)
})

it('[LA20] a short flow can be folded at each of its flowlines', () => {
  expect(foldingsOf(column(3), 2)).toHaveLength(2)
})

it('[LA20] a flowline into the next column bends twice, and once more at each end where something stands beside its step', () => {
  const plain = column(3)
  expect(bendsOf(plain)).toBe(2)
  const beside = { x: 220, y: 30, width: 60, height: 36 }
  expect(bendsOf({ ...plain, width: 300, steps: { ...plain.steps, beside } })).toBe(3)
  const label = { x: 112, y: 74, width: 40, height: 16 }
  const labelled = { ...plain.flowlines, f1: { ...plain.flowlines['f1']!, label } }
  expect(bendsOf({ ...plain, flowlines: labelled })).toBe(3)
})

const bendsOf = (drawing: Arrangement): number =>
  calmnessOf(folded(drawing, foldingsOf(drawing, 2)[0]!)).bends
