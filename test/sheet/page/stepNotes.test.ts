import { describe, expect, it } from 'vitest'
import { externalEdition } from '../../../src/model/editions/externalEdition.ts'
import { composeSheet } from '../../../src/sheet/composeSheet.ts'
import { plainPageStyle } from '../../../src/sheet/pageStyle.ts'
import type { SheetContent } from '../../../src/sheet/sheetContent.ts'
import { splitContent } from '../../../src/sheet/split/splitContent.ts'
import { chartText } from '../../../src/sheet/writers/chartText.ts'
import { chartOf } from '../../support/chartOf.ts'
import { contentOf, wordsOf } from '../../support/sheets.ts'

const chart = chartOf('申请 → 受理 → 审查 → 决定', {
  受理: { documents: ['受理通知书'] },
  决定: { legalBasis: [{ title: '行政许可法', article: '第三十八条' }] },
})
const internal = await contentOf({ name: 'internal', chart }, 'flow')
const page = { paper: 'A3', landscape: false } as const

function sheetWords(content: SheetContent, steps: 'plain' | 'numbered' | 'noted'): string {
  return wordsOf(composeSheet(content, page, { ...plainPageStyle, steps }).items)
}

describe('[SH24] the numbers of steps', () => {
  it('are printed where they are asked for, those of the text twin, and the legend says so', () => {
    expect(sheetWords(internal, 'plain')).not.toContain('环节编号')
    expect(sheetWords(internal, 'plain')).not.toContain('受理通知书')
    const words = sheetWords(internal, 'noted')
    expect(words).toContain('环节编号')
    for (const note of ['2. 受理（文书：', '4. 决定（依据：']) expect(words).toContain(note)
    for (const title of ['2. 受理', '4. 决定'])
      expect(chartText({ name: 'internal', chart })).toContain(title)
    expect(sheetWords(internal, 'numbered')).not.toContain('受理通知书')
  })

  it('go on from sheet to sheet of a split', () => {
    const [first, second] = splitContent(internal, 2).map((part) => sheetWords(part, 'noted'))
    expect(first).toContain('2. 受理')
    expect(second).toContain('4. 决定')
    expect(second).not.toContain('2. 受理')
  })

  it('bring no notes onto an external sheet', async () => {
    const external = await contentOf({ name: 'external', chart: externalEdition(chart, {}) }, 'flow')
    expect(sheetWords(external, 'noted')).toContain('环节编号')
    expect(sheetWords(external, 'noted')).not.toContain('受理（')
  })
})
