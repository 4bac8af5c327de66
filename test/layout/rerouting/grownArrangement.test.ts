import { describe, expect, it } from 'vitest'
import { arrange } from '../../../src/layout/arrange.ts'
import { grownArrangement } from '../../../src/layout/rerouting/grownArrangement.ts'
import type { Chart, Step, View } from '../../../src/model/chart.ts'
import { generatedChart } from '../../bench/generatedChart.ts'
import { plainMeasure as measure } from '../../support/flows.ts'
import { figuresOf } from '../metrics.ts'

const options = (view: View) => ({ view, edition: 'internal', measure }) as const
const chart = generatedChart(60)
const drawing = {
  flow: arrange(chart, { ...options('flow') }),
  lanes: arrange(chart, { ...options('lanes') }),
}

/** With a step in the first way out of this one. */
function withNext(step: Step): Chart {
  const [out] = chart.flowlines.filter((line) => line.from === step.id)
  const made: Step = { id: 'new', order: 'zz', kind: 'process', name: '新的环节', posts: step.posts ?? [] }
  const flowlines = chart.flowlines.map((line) => (line === out ? { ...line, from: 'new' } : line))
  const into = { id: 'into', order: 'zz', from: step.id, to: 'new', label: out?.label ?? '' }
  return { ...chart, steps: [...chart.steps, made], flowlines: [...flowlines, into] }
}

describe('a quick arrangement', () => {
  it.each(['flow', 'lanes'] as const)(
    '[LA22] has the new step, on nothing and through nothing: %s',
    (view) => {
      for (const step of chart.steps) {
        const now = withNext(step)
        const grown = grownArrangement(now, drawing[view], options(view))!
        const { faults } = figuresOf(now, grown)
        const { stepOverlap, throughStep, laneFaults, diagonal, detached, labelMissing } = faults
        const found = { stepOverlap, throughStep, laneFaults, diagonal, detached, labelMissing }
        expect({ step: step.name, ...found }).toEqual({ step: step.name, ...nothing })
      }
    },
  )

  it('[LA22] leaves what stands above as it is, and moves the rest as a whole', () => {
    const now = withNext(chart.steps[20]!)
    const grown = grownArrangement(now, drawing.flow, options('flow'))!
    const shifts = chart.steps.map(({ id }) => Math.round(grown.steps[id]!.y - drawing.flow.steps[id]!.y))
    expect(new Set(shifts).size).toBeLessThanOrEqual(2)
    expect(shifts[0]).toBe(0)
  })

  it('[LA22] is none where the lanes are others, in three columns, or after many new steps', () => {
    const posts = chart.posts.map((post) => ({ ...post }))
    const steps = chart.steps.map((step, at) => (at === 5 ? { ...step, posts: [] } : step))
    expect(grownArrangement({ ...chart, posts, steps }, drawing.lanes, options('lanes'))).toBeNull()
    expect(grownArrangement(chart, drawing.flow, options('columns'))).toBeNull()
    expect(grownArrangement(generatedChart(80), drawing.flow, options('flow'))).toBeNull()
  })

  it('[LA22] survives whatever is taken away or joined', () => {
    for (const [at, gone] of chart.steps.entries()) {
      const steps = chart.steps.filter((step) => step !== gone)
      const flowlines = chart.flowlines.filter((line) => line.from !== gone.id && line.to !== gone.id)
      const [one, other] = [steps[(at * 7) % steps.length]!, steps[(at * 13 + 5) % steps.length]!]
      const joined = { id: 'joined', order: 'zz', from: one.id, to: other.id }
      const grown = grownArrangement(
        { ...chart, steps, flowlines: [...flowlines, joined] },
        drawing.flow,
        options('flow'),
      )!
      expect(Object.keys(grown.steps)).toHaveLength(steps.length)
      expect(grown.flowlines['joined']!.points.length).toBeGreaterThan(1)
    }
  })
})

/** In between, two flowlines may come to lie closer than in the arrangement of the whole. */
const nothing = {
  stepOverlap: 0,
  throughStep: 0,
  laneFaults: 0,
  diagonal: 0,
  detached: 0,
  labelMissing: 0,
}
