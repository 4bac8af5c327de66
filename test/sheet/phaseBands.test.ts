import { describe, expect, it } from 'vitest'
import type { Chart } from '../../src/model/chart.ts'
import { phasesOf } from '../../src/model/phases.ts'
import { composeSheet } from '../../src/sheet/composeSheet.ts'
import { eachText } from '../../src/sheet/displayList.ts'
import { pageContent } from '../../src/sheet/pageContent.ts'
import { plainPageStyle } from '../../src/sheet/pageStyle.ts'
import { phaseBands } from '../../src/sheet/phaseBands.ts'
import { chartOf } from '../support/chartOf.ts'

const posts = [
  { id: 'p1', order: 'a0', name: '窗口' },
  { id: 'p2', order: 'a1', name: '业务科' },
]
const flow = chartOf('申请 → 受理 -齐全→ 审查 → 勘验 → 决定 → 制证 → 送达；受理 -不齐全→ 补正 → 申请', {
  申请: { phase: '受理阶段' },
  审查: { phase: '审查阶段' },
  决定: { phase: '决定阶段' },
})
// 补正 comes last in the chart, and names its phase.
const chart: Chart = {
  ...flow,
  posts,
  steps: flow.steps.map((step) => ({
    ...step,
    posts: ['审查', '勘验'].includes(step.id) ? ['p2'] : ['p1'],
    ...(step.id === '补正' && { phase: '受理阶段' }),
  })),
}
const pageStyle = { ...plainPageStyle, phases: true }
const drawn = async (one: Chart, view: 'flow' | 'lanes', landscape: boolean) =>
  pageContent({
    edition: { name: 'internal', chart: one },
    view,
    page: { paper: 'A3', landscape },
    pageStyle,
  })

describe('phases', () => {
  it('[LA28] [SH25] parts them by lines on every page, each step in its own', async () => {
    const { names, of } = phasesOf(chart)!
    expect(names).toEqual(['受理阶段', '审查阶段', '决定阶段'])
    for (const view of ['flow', 'lanes'] as const)
      for (const landscape of [false, true]) {
        const { arrangement } = await drawn(chart, view, landscape)
        const { bands } = phaseBands(chart, arrangement)!
        for (const [at, { id }] of chart.steps.entries()) {
          const [box, { rect }] = [arrangement.steps[id]!, bands[of[at]!]!]
          expect(box.x >= rect.x && box.x + box.width <= rect.x + rect.width, id).toBe(true)
          expect(box.y >= rect.y && box.y + box.height <= rect.y + rect.height, id).toBe(true)
        }
      }
  })

  it('[SH25] names them on the sheet only where they are asked for', async () => {
    const content = await drawn(chart, 'lanes', true)
    const words = (style: typeof pageStyle) => {
      const seen: string[] = []
      eachText(composeSheet(content, { paper: 'A3', landscape: true }, style).items, ({ text }) =>
        seen.push(text),
      )
      return seen.join('')
    }
    for (const name of ['受理阶段', '审查阶段', '决定阶段']) {
      expect(words(pageStyle)).toContain(name)
      expect(words(plainPageStyle)).not.toContain(name)
    }
  })

  it('[LA28] [SH25] draws none where the flow goes on from a later phase to an earlier one', async () => {
    const mixed: Chart = {
      ...chart,
      steps: chart.steps.map((step) => (step.id === '送达' ? { ...step, phase: '受理阶段' } : step)),
    }
    const { arrangement } = await drawn(mixed, 'lanes', false)
    expect(phaseBands(mixed, arrangement)).toBeNull()
    expect(phasesOf(chartOf('申请 → 受理', { 申请: { phase: '受理阶段' } }))).toBeNull()
  })
})
