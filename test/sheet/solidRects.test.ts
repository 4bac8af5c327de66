import { expect, it } from 'vitest'
import { diamond } from '../../src/sheet/figures/shapes.ts'
import { solidRects } from '../../src/sheet/solidRects.ts'

const group = (item: object) => [{ kind: 'group', x: 100, y: 50, scale: 0.5, children: [item] }] as const

it('[SH18] a filled diamond is not to be cut, where and as large as the page shows it; a line may be', () => {
  const path = diamond({ width: 40, height: 20 })
  expect(solidRects(group({ kind: 'path', path, fill: '#ffffff' }) as never)).toEqual([
    { x: 100, y: 50, width: 20, height: 10 },
  ])
  expect(solidRects(group({ kind: 'path', path, stroke: '#000000' }) as never)).toEqual([])
})
