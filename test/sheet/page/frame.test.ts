import { expect, it } from 'vitest'
import { composeSheet } from '../../../src/sheet/composeSheet.ts'
import { paperNames } from '../../../src/sheet/papers.ts'
import { chartOf } from '../../support/chartOf.ts'
import { contentOf, placedInk, textsOf, wordsOf } from '../../support/sheets.ts'

const content = await contentOf({ name: 'internal', chart: chartOf('申请 → 审查 → 办结') }, 'flow')

it.each(paperNames)(
  '[SH4] on %s the frame is as far from each edge, by the same share of the paper',
  (paper) => {
    const sheet = composeSheet(content, { paper, landscape: false })
    const frame = sheet.items[1]!
    if (frame.kind !== 'rect') throw new Error('no frame')
    const margins = [
      frame.x,
      frame.y,
      sheet.width - frame.x - frame.width,
      sheet.height - frame.y - frame.height,
    ]
    for (const margin of margins) expect(margin / sheet.width).toBeCloseTo(9 / 297)
  },
)

it('[SH4] the drawing stands between heading and footing', () => {
  const [, , heading, drawing, footing] = composeSheet(content, { paper: 'A3', landscape: false }).items
  const [above, own, below] = [heading, drawing, footing].map((item) =>
    placedInk([item!]).map(({ bounds }) => bounds),
  )
  const bottom = (all: typeof own) => Math.max(...all!.map((one) => one.bottom))
  const top = (all: typeof own) => Math.min(...all!.map((one) => one.top))
  expect(bottom(above)).toBeLessThan(top(own))
  expect(bottom(own)).toBeLessThan(top(below))
})

it('[SH4] the frame around 内部公开 holds the words', () => {
  const [, , heading] = composeSheet(content, { paper: 'A3', landscape: false }).items
  const ink = placedInk([heading!])
  const mark = ink.find(({ ink: one }) => one.kind === 'rect')!.bounds
  const words = ink.filter(
    ({ ink: one, bounds }) => one.kind === 'text' && bounds.left > mark.left && bounds.right < mark.right,
  )
  expect(wordsOf(words.map(({ ink: one }) => one))).toContain('内部公开')
  for (const { bounds } of words) {
    expect(bounds.top).toBeGreaterThan(mark.top)
    expect(bounds.bottom).toBeLessThan(mark.bottom)
  }
})

it('[SH4] legend and facts are never larger than the names in the drawing', async () => {
  const chart = chartOf(Array.from({ length: 60 }, (_, at) => `环节${at}`).join(' → '))
  const long = await contentOf({ name: 'internal', chart }, 'flow')
  const { items } = composeSheet(long, { paper: 'A3', landscape: false })
  expect(Math.max(...textsOf([items[4]!]).map(({ size }) => size))).toBeLessThan(2.7)
})
