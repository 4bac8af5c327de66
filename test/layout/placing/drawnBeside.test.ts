import { describe, expect, it } from 'vitest'
import { arrange } from '../../../src/layout/arrange.ts'
import { placementOf } from '../../../src/layout/placing/placement.ts'
import { planOf } from '../../../src/layout/planning/plan.ts'
import { grownArrangement } from '../../../src/layout/rerouting/grownArrangement.ts'
import type { Chart, Id, View } from '../../../src/model/chart.ts'
import { chartOf } from '../../support/chartOf.ts'
import { flow, flowNames, plainMeasure as measure } from '../../support/flows.ts'
import { figuresOf } from '../metrics.ts'

type Side = 'left' | 'right'

const views: readonly View[] = ['flow', 'lanes', 'columns']

/** With a new last exit of this step, drawn from one of its sides; its step has the same post. */
function drawnAt(chart: Chart, from: Id, side: Side): Chart {
  const posts = chart.steps.find(({ id }) => id === from)?.posts
  return {
    ...chart,
    steps: [
      ...chart.steps,
      { id: 'new', order: 'zz', kind: 'process', name: '新', ...(posts ? { posts } : {}) },
    ],
    flowlines: [...chart.flowlines, { id: 'line', order: 'zz', from, to: 'new', side }],
  }
}

function standing(
  chart: Chart,
  view: View,
): Readonly<Record<string, readonly [row: number, column: number]>> {
  const { rows, columns } = placementOf(planOf(chart, view, measure))
  return Object.fromEntries(chart.steps.map(({ id }, at) => [id, [rows[at]!, columns[at]!]]))
}

const licence = chartOf('申请 → 是否受理 -是→ 审查 → 决定；是否受理 -否→ 不予受理', {
  是否受理: { kind: 'decision' },
})

describe('[LA26] a step that was drawn from a side of another', () => {
  it.each(views)('stands on that side, wherever that is drawn: %s', (view) => {
    for (const name of flowNames) {
      const chart = flow(name)
      for (const { id } of chart.steps)
        for (const side of ['left', 'right'] as const) {
          const now = standing(drawnAt(chart, id, side), view)
          expect([name, id, Math.sign(now['new']![1] - now[id]![1])]).toEqual([
            name,
            id,
            side === 'left' ? -1 : 1,
          ])
        }
    }
  })

  it('stands level with it, and takes no place from what stood there', () => {
    const before = standing(licence, 'flow')
    const left = standing(drawnAt(licence, '是否受理', 'left'), 'flow')
    expect(left).toEqual({ ...before, new: [before['是否受理']![0], -1] })
    const right = standing(drawnAt(licence, '是否受理', 'right'), 'flow')
    expect(right['不予受理']).toEqual(before['不予受理'])
    expect(right['new']![1]).toBeGreaterThan(0)
  })

  it('is drawn without a fault, also as the only exit', () => {
    for (const view of views)
      for (const { id } of licence.steps)
        for (const side of ['left', 'right'] as const) {
          const chart = drawnAt(licence, id, side)
          const drawing = arrange(chart, { view, edition: 'internal', measure })
          const faults = Object.entries(figuresOf(chart, drawing).faults).filter(([, count]) => count > 0)
          expect([view, id, side, faults]).toEqual([view, id, side, []])
          const [is, was] = [drawing.steps['new']!, drawing.steps[id]!]
          expect(side === 'left' ? is.x < was.x : is.x > was.x).toBe(true)
        }
  })

  it('does not draw later branches to its side', () => {
    const chart = chartOf('甲 → 乙 -是→ 丙 → 丁；乙 -否→ 戊', { 乙: { kind: 'decision' } })
    expect(standing(drawnAt(chart, '甲', 'left'), 'flow')['戊']).toEqual(standing(chart, 'flow')['戊'])
  })

  it('follows the order of the lanes, where its post has another lane', () => {
    const posts = ['窗口', '科室'].map((name, at) => ({ id: name, order: `a${at}`, name }))
    const held = chartOf('受理 → 审查', { 受理: { posts: ['窗口'] }, 审查: { posts: ['科室'] } })
    const chart = {
      ...held,
      posts,
      flowlines: held.flowlines.map((line) => ({ ...line, side: 'left' as const })),
    }
    const { steps } = arrange(chart, { view: 'lanes', edition: 'internal', measure })
    expect(steps['审查']!.x).toBeGreaterThan(steps['受理']!.x)
    expect(standing(chart, 'flow')['审查']![1]).toBe(-1)
  })

  it('[LA22] stands there in the quick arrangement too', () => {
    const options = { view: 'flow', edition: 'internal', measure } as const
    const before = arrange(drawnAt(licence, '申请', 'left'), options)
    const chart = {
      ...drawnAt(licence, '申请', 'left'),
      steps: [...drawnAt(licence, '申请', 'left').steps, { ...licence.steps[0]!, id: 'next', order: 'zzz' }],
      flowlines: [
        ...drawnAt(licence, '申请', 'left').flowlines,
        { id: 'more', order: 'zzz', from: '决定', to: 'next', side: 'left' as const },
      ],
    }
    const { steps } = grownArrangement(chart, before, options)!
    expect(steps['next']!.x + steps['next']!.width).toBeLessThan(steps['决定']!.x)
  })
})
