import { expect, it } from 'vitest'
import type { Rect } from '../../src/layout/arrangement.ts'
import { spread } from '../../src/sheet/page/spread.ts'
import { flowNames } from '../support/flows.ts'
import { contentOf, realChart } from '../support/sheets.ts'

const room = { width: 3000, height: 3000 }
const sizeOf = ({ width, height }: Rect): readonly number[] =>
  [width, height].map((side) => Math.round(side * 1e6))

it('[SH4] spreading widens gaps alone: boxes keep their size, lines stay straight and on their steps', async () => {
  for (const name of flowNames.filter((_, i) => i % 3 === 0))
    for (const view of ['flow', 'lanes', 'columns'] as const) {
      const { arrangement } = await contentOf({ name: 'internal', chart: realChart(name) }, view)
      const wide = spread(arrangement, room)
      expect(wide.width).toBeGreaterThanOrEqual(arrangement.width)
      expect(wide.height).toBeLessThanOrEqual(room.height + 1e-6)
      expect(Object.values(wide.steps).map(sizeOf)).toEqual(Object.values(arrangement.steps).map(sizeOf))
      expect(wide.sideBoxes.map(sizeOf)).toEqual(arrangement.sideBoxes.map(sizeOf))
      for (const { points } of Object.values(wide.flowlines))
        for (const [i, [x, y]] of points.entries()) {
          if (i === 0) continue
          const [px, py] = points[i - 1]!
          expect(Math.min(Math.abs(x - px), Math.abs(y - py))).toBeLessThan(1e-6)
        }
    }
})

it('[SH4] where there is no room, nothing moves', async () => {
  const { arrangement } = await contentOf({ name: 'internal', chart: realChart('01') }, 'flow')
  expect(spread(arrangement, { width: 10, height: 10 })).toEqual(arrangement)
})
