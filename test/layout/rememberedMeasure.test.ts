import { expect, it } from 'vitest'
import { arrange } from '../../src/layout/arrange.ts'
import { rememberedMeasure } from '../../src/layout/rememberedMeasure.ts'
import type { Chart } from '../../src/model/chart.ts'
import { chartOf } from '../support/chartOf.ts'
import { flow, plainMeasure } from '../support/flows.ts'

it('[LA25] what was measured elsewhere is not measured again', () => {
  const chart = flow('03')
  for (const view of ['flow', 'lanes'] as const) {
    const { steps } = arrange(chart, { view, edition: 'internal', measure: plainMeasure })
    const measure = rememberedMeasure({
      ...plainMeasure,
      step: () => {
        throw new Error('measured')
      },
    })
    measure.learn(chart, view, steps)
    for (const step of chart.steps)
      expect(measure.step(step, chart, view)).toMatchObject(plainMeasure.step(step, chart, view))
  }
})

it('[LA25] a box is measured again only where what it may show has changed', () => {
  const measured: string[] = []
  const measure = rememberedMeasure({
    ...plainMeasure,
    step: (step, chart, view) => {
      measured.push(`${view} ${step.id}`)
      return plainMeasure.step(step, chart, view)
    },
  })
  const seen = (chart: Chart, view: 'flow' | 'lanes' = 'flow') => {
    measured.length = 0
    for (const step of chart.steps) measure.step(step, chart, view)
    return [...measured]
  }
  const chart = { ...chartOf('申请 → 受理'), posts: [{ id: 'p', order: 'a', name: '窗口' }] }
  expect(seen(chart)).toEqual(['flow 申请', 'flow 受理'])
  expect(seen({ ...chart, steps: chart.steps.map((step) => ({ ...step })) })).toEqual([])
  expect(seen(chart, 'lanes')).toHaveLength(2)
  const renamed = {
    ...chart,
    steps: chart.steps.map((step, at) => (at === 0 ? { ...step, name: '申报' } : step)),
  }
  expect(seen(renamed)).toEqual(['flow 申请'])
  const risky = { ...renamed, risks: [{ id: 'r', order: 'a', step: '受理', text: '超期' }] }
  expect(seen(risky)).toEqual(['flow 受理'])
  expect(seen({ ...risky, posts: [{ id: 'p', order: 'a', name: '综合窗口' }] })).toHaveLength(2)
  expect(measure.label('同意')).toBe(measure.label('同意'))
})
