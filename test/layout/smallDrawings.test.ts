import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { arrange } from '../../src/layout/arrange.ts'
import type { Arrangement } from '../../src/layout/arrangement.ts'
import { rerouted } from '../../src/layout/rerouting/rerouted.ts'
import type { Chart, EditionName, Step, View } from '../../src/model/chart.ts'
import { plainMeasure as measure } from '../support/flows.ts'
import { figuresOf } from './metrics.ts'
import { inWords, smallCharts } from './smallCharts.ts'

/** What was looked at and found right, by the name of the test. `GOLDEN=new` writes it anew. */
const file = new URL('../fixtures/smallDrawings.json', import.meta.url)
const approved = JSON.parse(readFileSync(file, 'utf8')) as Record<string, readonly string[]>

function expectApproved(chart: Chart, drawing: Arrangement): void {
  const name = expect.getState().currentTestName!.split(' > ').at(-1)!
  if (process.env['GOLDEN'] === 'new') {
    approved[name] = inWords(chart, drawing)
    writeFileSync(file, `${JSON.stringify(approved, undefined, 2)}\n`)
  }
  expect(inWords(chart, drawing)).toEqual(approved[name])
}

const licence = smallCharts['a licence']!
const views: readonly View[] = ['flow', 'lanes', 'columns']
const cases = Object.keys(smallCharts).flatMap((name) => views.map((view) => [name, view] as const))

function drawn(chart: Chart, view: View, edition: EditionName = 'internal'): Arrangement {
  return arrange(chart, { view, edition, measure })
}

function faultsOf(chart: Chart, drawing: Arrangement): readonly string[] {
  return Object.entries(figuresOf(chart, drawing).faults).flatMap(([fault, count]) =>
    count > 0 ? [fault] : [],
  )
}

/** 审查 placed by a hand, in the field of one view and edition. */
function placed(position: Partial<Step>): Chart {
  return {
    ...licence,
    steps: licence.steps.map((step) => (step.id === '审查' ? { ...step, ...position } : step)),
  }
}

function middleOf(step: string, { steps }: Arrangement): readonly [number, number] {
  const { x, y, width, height } = steps[step]!
  return [x + width / 2, y + height / 2]
}

describe('[LA10] a small chart', () => {
  it.each(cases)('%s, as %s, is drawn to the unit as it always was, and has no fault', async (name, view) => {
    const chart = smallCharts[name]!
    const drawing = drawn(chart, view)
    expect(faultsOf(chart, drawing)).toEqual([])
    expectApproved(chart, drawing)
  })
})

describe('[LA12] a place by hand', () => {
  it.each<[View, EditionName, keyof Step]>([
    ['flow', 'internal', 'flowPosition'],
    ['lanes', 'internal', 'lanesPosition'],
    ['flow', 'external', 'externalFlowPosition'],
    ['lanes', 'external', 'externalLanesPosition'],
  ])('%s, %s: is kept there and nowhere else', async (view, edition, field) => {
    const by = placed({ [field]: view === 'lanes' ? [389, 320] : [400, 320] })
    expect(middleOf('审查', drawn(by, view, edition))).toEqual([view === 'lanes' ? 389 : 400, 320])
    const otherView = view === 'lanes' ? 'flow' : 'lanes'
    expect(drawn(by, otherView, edition)).toEqual(drawn(licence, otherView, edition))
  })

  it('of the flow is none in the other edition, nor in the three columns', async () => {
    const by = placed({ flowPosition: [400, 320] })
    expect(drawn(by, 'flow', 'external')).toEqual(drawn(licence, 'flow', 'external'))
    expect(drawn(by, 'columns')).toEqual(drawn(licence, 'columns'))
  })

  it.each<[string, readonly [number, number]]>([
    ['right', [900, 300]],
    ['left', [-50, 300]],
  ])('[LA13] in the lanes stays in its lane, however far %s it was put', async (side, position) => {
    const by = placed({ lanesPosition: position })
    const drawing = drawn(by, 'lanes')
    const lane = drawing.lanes[1]!
    const { x, width } = drawing.steps['审查']!
    expect(x).toBe(side === 'right' ? lane.x + lane.width - width - 16 : lane.x + 16)
    // Lower than what follows it, because a hand put it there.
    expect(faultsOf(by, drawing).filter((fault) => fault !== 'upward')).toEqual([])
  })

  it('pushes what stands there down, and the paper reaches round all', async () => {
    const by = placed({ flowPosition: [109, 290] })
    const drawing = drawn(by, 'flow')
    expect(drawing.steps['决定']!.y).toBeGreaterThan(290 + 19 + 28)
    expect(drawing.height).toBeGreaterThan(drawing.steps['决定']!.y + 38)
    expectApproved(by, drawing)
  })
})

describe('[LA17] a step that is dragged', () => {
  it.each<[View, string, number, number]>([
    ['flow', '审查', 180, 20],
    ['flow', '不予受理', 60, 90],
    ['flow', '申请', 200, 0],
    ['lanes', '不予受理', 0, 110],
    ['lanes', '决定', 0, 90],
  ])('%s: %s takes its flowlines along the shortest free way', async (view, step, dx, dy) => {
    const before = drawn(licence, view)
    const at = before.steps[step]!
    const after = rerouted(
      licence,
      before,
      { [step]: { ...at, x: at.x + dx, y: at.y + dy } },
      {
        view,
        edition: 'internal',
        measure,
      },
    )
    const { throughStep, overlap, diagonal, detached, shortEnd, labelHits } = figuresOf(licence, after).faults
    expect([throughStep, overlap, diagonal, detached, shortEnd, labelHits]).toEqual([0, 0, 0, 0, 0, 0])
    expectApproved(licence, after)
  })
})
