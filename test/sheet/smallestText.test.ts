import { expect, it } from 'vitest'
import type { DisplayItem } from '../../src/sheet/displayList.ts'
import { smallestText } from '../../src/sheet/smallestText.ts'

const text = (size: number): DisplayItem => ({
  kind: 'text',
  x: 0,
  y: 0,
  size,
  weight: 'regular',
  fill: '#000000',
  text: '受理',
  width: 2 * size,
})

it('[SH4] the smallest text is told as large as it is printed, however often it was scaled', () => {
  const drawing: DisplayItem = { kind: 'group', x: 0, y: 0, scale: 0.5, children: [text(12), text(8)] }
  expect(smallestText([text(5), drawing])).toBe(4)
  expect(smallestText([text(5), { kind: 'group', x: 0, y: 0, scale: 0.5, children: [drawing] }])).toBe(2)
  expect(smallestText([text(3), drawing])).toBe(3)
})
