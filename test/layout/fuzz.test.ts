import { array, assert, asyncProperty, boolean, constantFrom, integer, option, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrange } from '../../src/layout/arrange.ts'
import type { Chart, Flowline, Step, View } from '../../src/model/chart.ts'
import { cases } from '../support/depth.ts'
import { flow, plainMeasure, variedMeasure } from '../support/flows.ts'
import { figuresOf } from './metrics.ts'

const frame = flow('02')

const sketched = record({
  steps: array(
    record({
      kind: constantFrom('process', 'decision', 'terminator', 'document', 'subprocess'),
      name: constantFrom(
        '办',
        '受理申请',
        '重大复杂案件由负责人集体讨论决定',
        '核查材料是否齐全并当场一次性告知需要补正的全部内容',
      ),
      post: integer({ min: 0, max: 4 }),
    }),
    { maxLength: 14 },
  ),
  flowlines: array(
    record({
      from: integer({ min: 0, max: 13 }),
      to: integer({ min: 0, max: 13 }),
      label: option(
        constantFrom(
          '是',
          '不予受理',
          '材料不齐全或者不符合法定形式的退回申请人并一次告知需要补正的全部内容',
        ),
      ),
      side: option(constantFrom('left', 'right'), { freq: 1 }),
    }),
    { maxLength: 24 },
  ),
})

type Sketched = typeof sketched extends { generate: (...args: never[]) => { value: infer T } } ? T : never

function chartFrom({ steps, flowlines }: Sketched): Chart {
  const count = steps.length
  return {
    ...frame,
    posts: ['甲', '乙', '丙', '丁'].map((name, at) => ({ id: `p${at}`, order: String(at), name })),
    steps: steps.map(({ kind, name, post }, at): Step => {
      return { id: `s${at}`, order: String(at), kind, name, ...(post < 4 ? { posts: [`p${post}`] } : {}) }
    }),
    flowlines: flowlines.flatMap(({ from, to, label, side }, at): Flowline[] => {
      if (count === 0) return []
      const ends = { from: `s${from % count}`, to: `s${to % count}` }
      // To itself only now and then: no chart has that, but none may break on it.
      if (ends.from === ends.to && at % 4 > 0) return []
      const more = { ...(label ? { label } : {}), ...(side ? { side } : {}) }
      return [{ id: `f${at}`, order: String(at), ...ends, ...more }]
    }),
    risks: [],
    measures: [],
  }
}

const line = (from: number, to: number, label?: string): Omit<Flowline, 'id' | 'order'> => {
  return { from: `s${from}`, to: `s${to}`, ...(label ? { label } : {}) }
}

describe('charts that nobody drew', () => {
  it.each<View>(['flow', 'lanes', 'columns'])(
    '[LA15] have no hard fault either, whatever leads where: %s',
    async (view) => {
      const holds = asyncProperty(sketched, boolean(), async (sketch, varied) => {
        const chart = chartFrom(sketch)
        const measure = varied ? variedMeasure : plainMeasure
        const { faults } = figuresOf(chart, arrange(chart, { view, edition: 'internal', measure }))
        expect(Object.entries(faults).filter(([, count]) => count > 0)).toEqual([])
      })
      await assert(holds, { numRuns: cases(20, 1000), seed: 20240601 })
    },
    30 * 60_000,
  )

  it('[LA16] of three hundred steps are drawn in seconds', async () => {
    const steps = Array.from({ length: 300 }, (_, at): Step => {
      const kind = at % 5 === 2 ? 'decision' : 'process'
      return { id: `s${at}`, order: String(at), kind, name: `环节${at}`, posts: [`p${(at * 7) % 4}`] }
    })
    const ends = steps.slice(1).map((_, at) => line(at, at + 1))
    for (let at = 2; at < 290; at += 5)
      ends.push(at % 2 ? line(at, at + 3, '否') : line(at, Math.max(0, at - 4), '退回'))
    const flowlines = ends.map((end, at): Flowline => ({ id: `f${at}`, order: String(at), ...end }))
    const chart: Chart = { ...chartFrom({ steps: [], flowlines: [] }), steps, flowlines }
    const drawing = arrange(chart, { view: 'lanes', edition: 'internal', measure: plainMeasure })
    const figures = figuresOf(chart, drawing)
    expect(Object.entries(figures.faults).filter(([, count]) => count > 0)).toEqual([])
    expect(figures.crossings).toBeLessThan(flowlines.length * 0.06)
  }, 60_000)
})
