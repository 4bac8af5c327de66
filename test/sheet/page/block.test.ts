import { expect, it } from 'vitest'
import { flowed, type BlockItem } from '../../../src/sheet/page/block.ts'
import { textItems } from '../../../src/sheet/textItems.ts'
import { placedInk } from '../../support/sheets.ts'

/** An entry of a legend, as a box around its middle line. */
function entry(width: number): BlockItem {
  return {
    width,
    items: (x, middle) => [{ kind: 'rect', x, y: middle - 2, width, height: 4, fill: '#000000' }],
  }
}

const space = { between: 5, row: 8 }

it.each([
  [
    'that fit stand in one row',
    [20, 20, 20],
    70,
    [
      [0, 2],
      [25, 2],
      [50, 2],
    ],
    8,
  ],
  [
    'that do not fit go on in the next row',
    [40, 40, 20],
    70,
    [
      [0, 2],
      [0, 10],
      [45, 10],
    ],
    16,
  ],
  [
    'wider than the page leave no row empty',
    [90, 20],
    70,
    [
      [0, 2],
      [0, 10],
    ],
    16,
  ],
] as const)('[SH4] entries of the legend %s', (_, widths, width, places, height) => {
  const block = flowed(widths.map(entry), width, space)
  expect(placedInk(block.items).map(({ bounds }) => [bounds.left, bounds.top])).toEqual(places)
  expect(block.height).toBe(height)
})

it.each([3, 12])('[SH3] a line of %i mm stands around its middle, the next one a line below', (size) => {
  const look = { size, weight: 'regular', fill: '#000000', lineHeight: 1.5 * size } as const
  const lines = placedInk(textItems(['受理', '审查'], { x: 0, middle: 50, align: 'start' }, look))
  const middles = lines.map(({ bounds }) => (bounds.top + bounds.bottom) / 2)
  expect(middles[0]).toBeCloseTo(50)
  expect(middles.at(-1)).toBeCloseTo(50 + 1.5 * size)
})
