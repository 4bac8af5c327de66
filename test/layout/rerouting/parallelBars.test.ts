import { describe, expect, it } from 'vitest'
import { arrange } from '../../../src/layout/arrange.ts'
import { parallelBars } from '../../../src/layout/rerouting/parallelBars.ts'
import { turned } from '../../../src/layout/pageFit/turned.ts'
import { measure } from '../../../src/sheet/measure.ts'
import { chartOf } from '../../support/chartOf.ts'
import { box, meet, segmentsOf } from '../geometry.ts'

const marks = { 分送: { parallel: 'fork' }, 汇总: { parallel: 'join' } } as const
const three = chartOf(
  '申请 → 分送 → 规划 → 汇总 → 办结；分送 → 消防 → 汇总；分送 → 环保 → 踏勘 → 汇总',
  marks,
)
const drawn = arrange(three, { view: 'flow', edition: 'internal', measure })
const down = {
  direction: 'down',
  width: 168,
  sideWidth: 272,
  labelWidth: 108,
  diamonds: 'flat',
  folds: 1,
} as const

describe('parallel bars', () => {
  it('[LA27] leads all ways of a fork over one bar, and those of a join', () => {
    const { bars, routes, drawn: own } = parallelBars(three, drawn)
    expect(bars.map(({ step, side }) => `${step} ${side}`)).toEqual(['分送 fork', '汇总 join'])
    for (const { step, side, rect, stem } of bars) {
      expect(stem).not.toBeNull()
      const steps = Object.entries(drawn.steps).filter(([id]) => id !== step)
      expect(steps.filter(([, other]) => meet(rect, other))).toEqual([])
      const lines = three.flowlines.filter((line) => line[side === 'fork' ? 'from' : 'to'] === step)
      for (const { id } of lines) {
        const { points } = routes[id]!
        expect(points.length).toBeLessThanOrEqual(4)
        expect(segmentsOf(points, 0).some((one) => meet(box(one), rect))).toBe(true)
      }
    }
    const bent = three.flowlines.find(({ from, to }) => from === '分送' && to === '消防')!
    expect(own[bent.id]).toEqual({ before: 2, after: 0 })
  })

  it('[LA27] stands upright where the flow runs right', () => {
    const right = parallelBars(three, { ...turned(drawn), boxes: { ...down, direction: 'right' } })
    for (const { rect } of right.bars) expect(rect.height).toBeGreaterThan(rect.width)
  })

  it('[LA27] lies on its step where one way would leave it crookedly', () => {
    const one = chartOf('申请 → 分送 → 办结', { 分送: { parallel: 'fork' } })
    const { bars } = parallelBars(one, arrange(one, { view: 'flow', edition: 'internal', measure }))
    expect(bars.map(({ stem }) => stem)).toEqual([null])
  })

  it('[LA27] leaves charts without it as they are', () => {
    const plain = chartOf('申请 → 受理 → 办结')
    const arrangement = arrange(plain, { view: 'flow', edition: 'internal', measure })
    expect(parallelBars(plain, arrangement)).toEqual({ bars: [], routes: arrangement.flowlines, drawn: {} })
  })
})
