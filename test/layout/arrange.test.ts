import { describe, expect, it } from 'vitest'
import { arrange } from '../../src/layout/arrange.ts'
import type { Arrangement, Rect } from '../../src/layout/arrangement.ts'
import type { StepMeasure } from '../../src/layout/measure.ts'
import type { Chart, EditionName, Id, View } from '../../src/model/chart.ts'
import { flow, flowNames, plainMeasure, variedMeasure } from '../support/flows.ts'
import { withStepIn } from '../support/insertStep.ts'
import { expectedReturns, faultCount, figuresOf, type Figures } from './metrics.ts'

const views: readonly View[] = ['flow', 'lanes', 'columns']

const drawings = new Map<Chart, Map<string, Arrangement>>()

/** Each chart is drawn once a view and measure, for all who ask. */
function drawn(chart: Chart, view: View, measure: StepMeasure = plainMeasure): Arrangement {
  const ofChart = drawings.get(chart) ?? new Map<string, Arrangement>()
  drawings.set(chart, ofChart)
  const key = `${view} ${measure === plainMeasure ? 'plain' : measure === variedMeasure ? 'varied' : ''}`
  const kept = measure === plainMeasure || measure === variedMeasure ? ofChart.get(key) : undefined
  const drawing = kept ?? arrange(chart, { view, edition: 'internal', measure })
  ofChart.set(key, drawing)
  return drawing
}

async function allFigures(view: View, measure: StepMeasure): Promise<Figures[]> {
  const figures: Figures[] = []
  for (const name of flowNames) {
    const chart = flow(name)
    figures.push(figuresOf(chart, drawn(chart, view, measure)))
  }
  return figures
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const middle = (rect: Rect): readonly [number, number] => [rect.x + rect.width / 2, rect.y + rect.height / 2]

describe('what is drawn', () => {
  it.each(views)('[LA1] has no hard fault on the twenty charts: %s', async (view) => {
    for (const measure of [plainMeasure, variedMeasure]) {
      for (const name of flowNames) {
        const chart = flow(name)
        const { faults } = figuresOf(chart, drawn(chart, view, measure))
        expect({ name, ...faults }).toEqual({ name, ...nothing })
      }
    }
  })

  it.each(views)('[LA2] crosses at most 4 times in 100 flowlines: %s', async (view) => {
    const figures = await allFigures(view, plainMeasure)
    const crossings = sum(figures.map((one) => one.crossings))
    expect(crossings / sum(figures.map((one) => one.flowlines))).toBeLessThanOrEqual(0.04)
  })

  it('[LA2] bends little: on average once a flowline in lanes, once in four in the flow', async () => {
    for (const [view, most] of [
      ['flow', 0.26],
      ['lanes', 0.75],
      ['columns', 0.28],
    ] as const) {
      const figures = await allFigures(view, plainMeasure)
      const bends = sum(figures.map((one) => one.bends))
      expect(bends / sum(figures.map((one) => one.flowlines))).toBeLessThanOrEqual(most)
    }
  })

  it.each(views)('[LA3] keeps every label near its own flowline: %s', async (view) => {
    const figures = await allFigures(view, plainMeasure)
    expect(sum(figures.map((one) => one.labelFar))).toBe(0)
  })

  it.each(views)('[LA4] draws return flowlines, and only these, as returns: %s', async (view) => {
    for (const name of flowNames) {
      const chart = flow(name)
      const drawing = drawn(chart, view)
      const returns = chart.flowlines.filter((line) => drawing.flowlines[line.id]!.return)
      expect(new Set(returns.map((line) => line.id))).toEqual(expectedReturns(chart))
    }
  })

  it('[LA5] stands a side result on the row of its decision', async () => {
    const { steps } = drawn(flow('01'), 'flow')
    expect(middle(steps['n3']!)[1]).toBe(middle(steps['d1']!)[1])
    expect(middle(steps['n4']!)[1]).toBe(middle(steps['d1']!)[1])
  })

  it('[LA6] leads the main path straight down', async () => {
    const { steps, flowlines } = drawn(flow('01'), 'flow')
    const path = ['n1', 'n2', 'd1', 'n5', 'n6', 'n7', 'n8', 'd2', 'n10']
    expect(new Set(path.map((id) => middle(steps[id]!)[0])).size).toBe(1)
    for (const id of ['f0', 'f1', 'f5', 'f6']) expect(flowlines[id]!.points).toHaveLength(2)
  })
})

const nothing = {
  stepOverlap: 0,
  throughStep: 0,
  overlap: 0,
  tight: 0,
  labelHits: 0,
  labelMissing: 0,
  laneFaults: 0,
  upward: 0,
  diagonal: 0,
  detached: 0,
  shortEnd: 0,
  outside: 0,
}

describe('the lanes', () => {
  it('[LA7] are the posts that have steps, in their order, and the steps without one last', async () => {
    const chart = flow('01')
    const { lanes } = drawn(chart, 'lanes')
    expect(lanes.map((lane) => lane.post)).toEqual([...chart.posts.map((post) => post.id), null])
    const extra = { ...chart, posts: [{ id: 'idle', order: 'a', name: '监督岗' }, ...chart.posts] }
    expect(drawn(extra, 'lanes').lanes.map((lane) => lane.post)).not.toContain('idle')
  })

  it('[LA7] are not drawn in the other views', async () => {
    expect(drawn(flow('01'), 'flow').lanes).toEqual([])
    expect(drawn(flow('01'), 'columns').lanes).toEqual([])
  })
})

describe('the three columns', () => {
  it('[LA8] hold the boxes of every risky step, beside the flow and over nothing', async () => {
    for (const name of flowNames) {
      const chart = flow(name)
      const drawing = drawn(chart, 'columns')
      const risky = new Set(chart.risks.map((risk) => risk.step))
      expect(new Set(drawing.sideBoxes.filter((box) => box.side === 'risks').map((box) => box.step))).toEqual(
        risky,
      )
      const { risks, steps, measures } = drawing.columns!
      expect(steps.x).toBe(risks.x + risks.width)
      expect(measures.x).toBe(steps.x + steps.width)
      for (const box of drawing.sideBoxes) {
        const column = box.side === 'risks' ? risks : measures
        expect(box.x).toBeGreaterThanOrEqual(column.x)
        expect(box.x + box.width).toBeLessThanOrEqual(column.x + column.width)
        expect(box.y).toBeGreaterThanOrEqual(drawing.columns!.head)
      }
      for (const rect of Object.values(drawing.steps)) {
        expect(rect.x).toBeGreaterThanOrEqual(steps.x)
        expect(rect.x + rect.width).toBeLessThanOrEqual(steps.x + steps.width)
      }
    }
  })

  it('[LA8] set a lone box level with its step', async () => {
    const { steps, sideBoxes } = drawn(flow('24'), 'columns')
    for (const box of sideBoxes) expect(middle(box)[1]).toBeCloseTo(middle(steps[box.step]!)[1])
  })
})

describe('shared last stretches', () => {
  it('[LA9] say from which point on another flowline draws them', async () => {
    for (const name of flowNames) {
      const chart = flow(name)
      const { flowlines } = drawn(chart, 'flow')
      for (const line of chart.flowlines) {
        const { points, joins } = flowlines[line.id]!
        if (joins === undefined) continue
        const shared = points.slice(joins).map(String)
        const mates = chart.flowlines.filter((other) => other.id !== line.id && other.to === line.to)
        const carries = mates.some((mate) => {
          const [x, y] = flowlines[mate.id]!.points.slice(-1)[0]!
          return String([x, y]) === shared[shared.length - 1]
        })
        expect(carries).toBe(true)
      }
    }
  })
})

describe('the same for everybody', () => {
  it('[LA10] draws the same chart the same way again', async () => {
    for (const view of views) {
      const chart = flow('08')
      expect(drawn(chart, view)).toEqual(arrange(chart, { view, edition: 'internal', measure: plainMeasure }))
    }
  })

  it.each([
    ['flow', 8, 0.001],
    ['lanes', 10, 0.006],
    ['columns', 10, 0.002],
  ] as const)(
    '[LA11] moves the others little when a step is inserted: %s',
    async (view, sideways, turned) => {
      let moves = 0
      let steps = 0
      let turns = 0
      let pairs = 0
      for (const name of flowNames) {
        const chart = flow(name)
        const before = drawn(chart, view)
        for (const [at, line] of chart.flowlines.entries()) {
          if (before.flowlines[line.id]!.return || at % 3 > 0) continue
          const after = drawn(withStepIn(chart, at), view)
          steps += chart.steps.length
          moves += sum(
            chart.steps.map(({ id }) => Math.abs(middle(before.steps[id]!)[0] - middle(after.steps[id]!)[0])),
          )
          const [count, of] = turnedPairs(chart, before, after)
          turns += count
          pairs += of
        }
      }
      expect(moves / steps).toBeLessThanOrEqual(sideways)
      expect(turns / pairs).toBeLessThanOrEqual(turned)
    },
  )
})

const above = (drawing: Arrangement, a: Id, b: Id): number => {
  const apart = middle(drawing.steps[a]!)[1] - middle(drawing.steps[b]!)[1]
  return Math.abs(apart) < 20 ? 0 : Math.sign(apart)
}

/** Pairs of steps of which the upper has become the lower. */
function turnedPairs(chart: Chart, before: Arrangement, after: Arrangement): readonly [number, number] {
  let turns = 0
  let pairs = 0
  for (const [at, a] of chart.steps.entries()) {
    for (const b of chart.steps.slice(at + 1)) {
      pairs++
      if (above(before, a.id, b.id) * above(after, a.id, b.id) < 0) turns++
    }
  }
  return [turns, pairs]
}

const placed = (view: View, edition: EditionName, place: object): Arrangement => {
  const chart = flow('10')
  const steps = chart.steps.map((step) => (step.id === chart.steps[3]!.id ? { ...step, ...place } : step))
  return arrange({ ...chart, steps }, { view, edition, measure: plainMeasure })
}

describe('places by hand', () => {
  const held = flow('10').steps[3]!.id

  it('[LA12] are kept, each in its own edition and view', async () => {
    const free = drawn(flow('10'), 'flow')
    const place = { flowPosition: [700, 333] as const }
    expect(middle(placed('flow', 'internal', place).steps[held]!)).toEqual([700, 333])
    expect(placed('flow', 'external', place).steps).toEqual(free.steps)
    const external = { externalFlowPosition: [90, 400] as const }
    expect(middle(placed('flow', 'external', external).steps[held]!)).toEqual([90, 400])
  })

  it('[LA12] push what stands in the way aside, and flowlines go round them', async () => {
    const chart = flow('10')
    for (const view of ['flow', 'lanes'] as const) {
      const free = drawn(chart, view)
      for (const other of [0, 5, 9]) {
        const key = view === 'flow' ? 'flowPosition' : 'lanesPosition'
        const target = middle(free.steps[chart.steps[other]!.id]!)
        const steps = chart.steps.map((step, at) =>
          at === 3 ? { ...step, [key]: [target[0] + 9, target[1] + 5] } : step,
        )
        const drawing = drawn({ ...chart, steps }, view)
        const { faults } = figuresOf(chart, drawing)
        expect({ ...faults, upward: 0 }).toEqual(nothing)
      }
    }
  })

  it('[LA13] in the lanes stay within the lane of the step', async () => {
    const { steps, lanes } = placed('lanes', 'internal', { lanesPosition: [5000, 300] })
    const rect = steps[held]!
    expect(lanes.some((lane) => rect.x >= lane.x && rect.x + rect.width <= lane.x + lane.width)).toBe(true)
  })
})

describe('odd charts', () => {
  const base = flow('02')
  const only = (count: number): Chart => ({ ...base, steps: base.steps.slice(0, count), flowlines: [] })

  it('[LA14] may be empty, or one step', async () => {
    for (const view of views) {
      expect(drawn(only(0), view).steps).toEqual({})
      const one = drawn(only(1), view)
      expect(faultCount(figuresOf(only(1), one))).toBe(0)
      expect(one.width).toBeGreaterThan(0)
    }
  })
})
