import { expect, it } from 'vitest'
import { factsBlock } from '../../../src/sheet/page/facts.ts'
import { pageLook } from '../../../src/sheet/page/pageLook.ts'
import { styles } from '../../../src/sheet/styles.ts'
import { placedInk } from '../../support/sheets.ts'

const look = pageLook({ width: 297, height: 420 }, styles.plain)
const short = [1, 2, 3, 4].map((i) => ({ label: `项${i}`, value: '值' }))

it('[SH4] four short facts stand in one row of an A3 page, at even distances', () => {
  const block = factsBlock(short, 264, look)
  expect(block.height).toBeCloseTo(look.value.lineHeight)
  const starts = placedInk(block.items).flatMap(({ ink, bounds }) =>
    ink.kind === 'text' && ink.text.startsWith('项') ? [bounds.left] : [],
  )
  expect(starts).toEqual([0, 66, 132, 198])
})

it('[SH4] a fact that the row has no room for begins the next one, and nothing lies on another', () => {
  const long = { label: '依据', value: '《中华人民共和国行政许可法》第三十二条、第三十四条、第三十八条' }
  const block = factsBlock([short[0]!, short[1]!, short[2]!, long, short[3]!], 264, look)
  const ink = placedInk(block.items).map(({ bounds }) => bounds)
  expect(Math.max(...ink.map(({ bottom }) => bottom))).toBeLessThan(block.height)
  for (const [i, one] of ink.entries())
    for (const other of ink.slice(i + 1)) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
      expect(Math.min(across, down)).toBeLessThan(0.01)
    }
})
