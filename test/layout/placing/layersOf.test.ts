import { array, assert, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layersOf } from '../../../src/layout/placing/layersOf.ts'
import { planOf } from '../../../src/layout/planning/plan.ts'
import { generatedChart } from '../../bench/generatedChart.ts'
import { chartOf } from '../../support/chartOf.ts'
import { plainMeasure } from '../../support/flows.ts'

interface Line {
  readonly from: number
  readonly to: number
}

const planned = (count: number, lines: readonly Line[]) => ({
  steps: Array.from({ length: count }, (_, at) => ({
    id: `s${at}`,
    kind: 'process' as const,
    lane: 0,
    width: 1,
    height: 1,
  })),
  flowlines: lines.map((line, at) => ({
    id: `f${at}`,
    ...line,
    text: '',
    label: null,
    side: null,
    return: false,
  })),
})

const sumOf = (lines: readonly Line[], layers: readonly number[]): number =>
  lines.reduce((sum, { from, to }) => sum + layers[to]! - layers[from]!, 0)

/** Tries every layering of so many steps. */
function leastSum(count: number, lines: readonly Line[]): number {
  let least = Infinity
  const layers = Array.from({ length: count }, () => 0)
  const next = (step: number): void => {
    if (step === count) {
      if (lines.every(({ from, to }) => layers[to]! > layers[from]!))
        least = Math.min(least, sumOf(lines, layers))
      return
    }
    for (let layer = 0; layer < count; layer++) {
      layers[step] = layer
      next(step + 1)
    }
  }
  next(0)
  return least
}

const named = (text: string) => {
  const chart = chartOf(text)
  const layers = layersOf(planOf(chart, 'flow', plainMeasure))
  return Object.fromEntries(chart.steps.map(({ id }, step) => [id, layers[step]]))
}

describe('the layers of a chart', () => {
  it('[LA24] are the shortest of all, whatever the flowlines', () => {
    const end = integer({ min: 0, max: 4 })
    assert(
      property(array(record({ from: end, to: end }), { maxLength: 8 }), (drawn) => {
        // From a lower to a higher number there is no circle.
        const lines = drawn.flatMap(({ from, to }) =>
          from === to ? [] : [{ from: Math.min(from, to), to: Math.max(from, to) }],
        )
        const layers = layersOf(planned(5, lines))
        expect(lines.every(({ from, to }) => layers[to]! > layers[from]!)).toBe(true)
        expect(sumOf(lines, layers)).toBe(leastSum(5, lines))
      }),
      { numRuns: 40, seed: 7 },
    )
  })

  it('[LA24] hold a second beginning near what it leads to, and returns do not count', () => {
    expect(named('申请 → 受理 → 审查 → 决定；举报 → 决定；审查 → 受理')).toEqual({
      申请: 0,
      受理: 1,
      审查: 2,
      决定: 3,
      举报: 2,
    })
  })

  it('[LA24] take the emptiest of several that are equally short', () => {
    expect(named('甲 → 乙 → 丙 → 丁 → 戊；甲 → 己 → 戊；乙 → 庚')['己']).toBe(3)
  })

  it('[LA10] begin at 0 in each part that hangs together; a single step stands there too', () => {
    expect(named('甲 → 乙；丙 → 丁；戊')).toEqual({ 甲: 0, 乙: 1, 丙: 0, 丁: 1, 戊: 0 })
  })

  it('[LA16] of a thousand steps are there at once', () => {
    const plan = planOf(generatedChart(1000), 'flow', plainMeasure)
    const layers = layersOf(plan)
    expect(plan.flowlines.every(({ from, to, return: back }) => back || layers[to]! > layers[from]!)).toBe(
      true,
    )
  })
})
