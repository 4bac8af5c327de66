import { describe, expect, it } from 'vitest'
import type { Chart, Step, StepKind, View } from '../../src/model/chart.ts'
import { markOverhang } from '../../src/sheet/figures/look.ts'
import { sideBoxFigure } from '../../src/sheet/figures/sideBoxFigure.ts'
import { stepFigure } from '../../src/sheet/figures/stepFigure.ts'
import { flowlineFigure } from '../../src/sheet/figures/flowlineFigure.ts'
import { measure } from '../../src/sheet/measure.ts'
import { measureWith } from '../../src/sheet/measureWith.ts'
import { chartOf } from '../support/chartOf.ts'
import { flowNames } from '../support/flows.ts'
import { outside, placedInk, realChart, wordsOf } from '../support/sheets.ts'

const kinds: readonly StepKind[] = ['terminator', 'process', 'decision', 'document', 'subprocess']
const views: readonly View[] = ['flow', 'lanes', 'columns']
const charts = flowNames.map(realChart)

function everyStep(check: (step: Step, chart: Chart, view: View) => void): void {
  for (const chart of charts)
    for (const view of views)
      for (const own of chart.steps)
        for (const kind of kinds) {
          const step = { ...own, kind, internalOnly: kind === 'document' }
          check(step, { ...chart, steps: chart.steps.map((one) => (one.id === own.id ? step : one)) }, view)
        }
}

describe('[SH3] a step of any kind, of twenty real charts, in every view', () => {
  it('keeps its ink in its box; only a risk mark stands out, by at most nine units', () => {
    const out: string[] = []
    everyStep((step, chart, view) => {
      const box = measure.step(step, chart, view)
      const over = chart.risks.some((risk) => risk.step === step.id) ? markOverhang : 0
      const ink = placedInk(stepFigure(step, chart, box, { view, edition: 'internal' }))
      const bounds = { left: 0, top: -over, right: box.width + over, bottom: box.height }
      out.push(...outside(ink, bounds))
    })
    expect(out).toEqual([])
  })

  it('says the whole name', () => {
    everyStep((step, chart, view) => {
      const said = wordsOf(
        stepFigure(step, chart, measure.step(step, chart, view), { view, edition: 'internal' }),
      )
      expect(said.replace(/\s/gu, '')).toContain(step.name.replace(/\s/gu, ''))
    })
  })

  it('fits into its diamond when it is a decision', () => {
    const out: string[] = []
    everyStep((step, chart, view) => {
      if (step.kind !== 'decision') return
      const alone = { ...chart, risks: [] }
      const box = measure.step(step, alone, view)
      const ink = placedInk(stepFigure(step, alone, box, { view, edition: 'internal' }))
      for (const { ink: one, bounds } of ink) {
        if (one.kind !== 'text') continue
        const x = Math.max(Math.abs(bounds.left - box.width / 2), Math.abs(bounds.right - box.width / 2))
        const y = Math.max(Math.abs(bounds.top - box.height / 2), Math.abs(bounds.bottom - box.height / 2))
        if ((2 * x) / box.width + (2 * y) / box.height > 1) out.push(`${step.name}: ${one.text}`)
      }
    })
    expect(out).toEqual([])
  })
})

it('[SH3] the boxes of a chart are of one width, a short terminator and the diamonds excepted', () => {
  for (const chart of charts) {
    const boxes = chart.steps.filter(({ kind }) => kind === 'process' || kind === 'document')
    expect(new Set(boxes.map((step) => measure.step(step, chart, 'flow').width)).size).toBeLessThanOrEqual(1)
  }
})

it('[SH3] on paper a risk mark stands on no text and on no arrow head, however narrow the boxes', () => {
  const named = chartOf('受理 → 审查申请人的材料 → 办结')
  const level = named.grading.levels[0]!.id
  const risks = named.steps.flatMap((step) =>
    [1, 2, 3].map((at) => ({ id: `${step.id}${at}`, step: step.id, text: '拖延', level, order: `a${at}` })),
  )
  const chart: Chart = { ...named, risks }
  for (const kind of kinds)
    for (const width of [88, 124, 168])
      for (const own of chart.steps) {
        const step = { ...own, kind }
        const boxes = { direction: 'down', width, sideWidth: 272, labelWidth: 108, folds: 1 } as const
        const page = { ...boxes, diamonds: 'flat' } as const
        const box = measureWith(page).step(step, chart, 'flow')
        const ink = placedInk(
          stepFigure(step, chart, box, { view: 'flow', edition: 'internal', boxes: page }),
        )
        const at = ink.findLastIndex((one) => one.ink.kind === 'rect')
        const mark = ink[at]!.bounds
        for (const { bounds } of ink.slice(0, at).filter((one) => one.ink.kind === 'text'))
          expect(bounds.right < mark.left || bounds.top > mark.bottom, `${kind} ${step.name} ${width}`).toBe(
            true,
          )
        if (kind !== 'decision') expect(mark.left - box.width / 2).toBeGreaterThan(5)
      }
})

it('[SH3] a mark says the gravest level by shape, colour and word, and how many risks there are', () => {
  const chart: Chart = {
    ...chartOf('受理'),
    risks: [
      { id: 'a', order: 'a', step: '受理', text: '一', level: 'low' },
      { id: 'b', order: 'b', step: '受理', text: '二', level: 'high' },
    ],
  }
  const step = chart.steps[0]!
  const figure = stepFigure(step, chart, measure.step(step, chart, 'flow'), {
    view: 'flow',
    edition: 'internal',
  })
  expect(wordsOf(figure)).toBe('受理高2')
  expect(placedInk(figure).some(({ ink }) => ink.kind === 'rect' && ink.fill === '#c62828')).toBe(true)
})

it('[SH3] posts stand in the step, but not where a lane already says them', () => {
  const chart: Chart = {
    ...chartOf('受理', { 受理: { posts: ['p'] } }),
    posts: [{ id: 'p', order: 'a', name: '窗口' }],
  }
  const step = chart.steps[0]!
  const said = (view: View): string =>
    wordsOf(stepFigure(step, chart, measure.step(step, chart, view), { view, edition: 'internal' }))
  expect([said('flow'), said('lanes'), said('columns')]).toEqual(['受理窗口', '受理', '受理窗口'])
})

it('[SH3] side boxes number the risks, and the measures by the risks that they answer', () => {
  const chart: Chart = {
    ...chartOf('审核'),
    risks: [
      { id: 'a', order: 'a', step: '审核', text: '甲', level: 'high' },
      { id: 'b', order: 'b', step: '审核', text: '乙', level: 'low' },
    ],
    measures: [
      { id: 'm', order: 'a', text: '丙', risks: ['b'] },
      { id: 'n', order: 'b', text: '丁', risks: ['a', 'b'] },
    ],
  }
  const words = (side: 'risks' | 'measures'): string =>
    wordsOf(sideBoxFigure('审核', side, chart, measure.sideBox('审核', side, chart)!))
  expect(words('risks')).toBe('审核1.甲2.乙高低')
  expect(words('measures')).toBe('审核1、2.丁2.丙')
  expect(measure.sideBox('别处', 'risks', chart)).toBeNull()
})

it('[SH3] side boxes keep their ink', () => {
  for (const chart of charts)
    for (const step of chart.steps)
      for (const side of ['risks', 'measures'] as const) {
        const box = measure.sideBox(step.id, side, chart)
        if (box === null) continue
        const ink = placedInk(sideBoxFigure(step.id, side, chart, box))
        expect(outside(ink, { left: 0, top: 0, right: box.width, bottom: box.height })).toEqual([])
      }
})

describe('[SH3] a flowline', () => {
  const points = [
    [0, 0],
    [50, 0],
    [50, 80],
    [90, 80],
  ] as const

  it('ends in an arrow head whose tip is on the step', () => {
    const [, head] = flowlineFigure({ points, label: null, return: false }, undefined)
    expect(head).toMatchObject({ kind: 'path', fill: expect.any(String) })
    expect(placedInk([head!])[0]!.bounds.right).toBe(90)
  })

  it('is dashed when it runs back', () => {
    expect(flowlineFigure({ points, label: null, return: true }, undefined)[0]).toHaveProperty('dash')
  })

  it('leaves a shared stretch, and its arrow head, to the other', () => {
    const ink = flowlineFigure({ points, label: null, return: false, joins: 2 }, undefined)
    expect(ink).toHaveLength(1)
    // A little of it, because the other may round its corner there.
    expect(placedInk(ink)[0]!.bounds.right).toBeLessThan(62)
  })
})
