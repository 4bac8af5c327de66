/** Marks on a tile around its part of the poster. */
import type { Rect, Size } from '../layout/arrangement.ts'
import { posterWords } from '../text/screen/poster.ts'
import type { DisplayItem } from './displayList.ts'
import { lineItem, type TextLook } from './textItems.ts'

/** mm that neighbouring pages share; the cut is in the middle. */
export const overlap = 10

const black = '#000000'
const mark: TextLook = { size: 4.2, weight: 'bold', fill: black }
const note: TextLook = { size: 2.7, weight: 'regular', fill: black }

export function tileMarks(
  place: { readonly row: number; readonly column: number; readonly of: number },
  window: Rect,
  page: Size,
): readonly DisplayItem[] {
  const below = page.height - 15.5
  return [
    ...(place.column > 1 ? [cutLine(window.x + overlap / 2, window, 'down')] : []),
    ...(place.row > 1 ? [cutLine(window.y + overlap / 2, window, 'across')] : []),
    ...lineItem(
      posterWords.tile(place.row, place.column, place.of),
      { x: window.x, middle: below + 2.4, align: 'start' },
      mark,
    ),
    ...lineItem(posterWords.cut, { x: window.x, middle: below + 7.4, align: 'start' }, note),
    ...ruler(page.width - window.x - rulerLength, below + 4),
  ]
}

/** Over the overlap, and a little way into the margins, so that a ruler finds it. */
function cutLine(at: number, { x, y, width, height }: Rect, direction: 'down' | 'across'): DisplayItem {
  const beyond = 3.5
  return {
    kind: 'path',
    path:
      direction === 'down'
        ? [
            ['M', at, y - beyond],
            ['L', at, y + height + beyond],
          ]
        : [
            ['M', x - beyond, at],
            ['L', x + width + beyond, at],
          ],
    stroke: '#555555',
    strokeWidth: 0.2,
    dash: [3, 2],
  }
}

/** mm */
const rulerLength = 100

function ruler(x: number, y: number): readonly DisplayItem[] {
  const ticks = Array.from({ length: 11 }, (_, i) => ({
    at: x + (i * rulerLength) / 10,
    reach: i % 5 === 0 ? 3 : 1.8,
  }))
  return [
    {
      kind: 'path',
      path: [
        ['M', x, y],
        ['L', x + rulerLength, y],
        ...ticks.flatMap(
          ({ at, reach }) =>
            [
              ['M', at, y],
              ['L', at, y - reach],
            ] as const,
        ),
      ],
      stroke: black,
      strokeWidth: 0.25,
    },
    ...lineItem(posterWords.ruler, { x, middle: y + 3.4, align: 'start' }, note),
  ]
}
