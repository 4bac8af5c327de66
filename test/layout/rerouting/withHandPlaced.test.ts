import { expect, it } from 'vitest'
import { arrange } from '../../../src/layout/arrange.ts'
import type { Arrangement } from '../../../src/layout/arrangement.ts'
import { rerouted } from '../../../src/layout/rerouting/rerouted.ts'
import type { Chart, Position } from '../../../src/model/chart.ts'
import { chartOf } from '../../support/chartOf.ts'
import { generatedChart } from '../../bench/generatedChart.ts'
import { figuresOf } from '../metrics.ts'
import { plainMeasure as measure } from '../../support/flows.ts'

const options = { view: 'flow', edition: 'internal', measure } as const

function placed(chart: Chart, step: string, flowPosition: Position): Arrangement {
  const steps = chart.steps.map((one) => (one.id === step ? { ...one, flowPosition } : one))
  return arrange({ ...chart, steps }, { ...options })
}

function middleOf(step: string, { steps }: Arrangement): Position {
  const { x, y, width, height } = steps[step]!
  return [x + width / 2, y + height / 2]
}

const straight = chartOf('申请 → 审查 → 决定')
const drawing = arrange(straight, { ...options })

it('[LA12] a step placed by hand where it stands anyway changes nothing', async () => {
  expect(placed(straight, '审查', middleOf('审查', drawing))).toEqual(drawing)
})

it('[LA12] what makes way keeps its order from above, however the chart lists the steps', async () => {
  const chart = chartOf('申请；决定；申请 → 审查 → 决定')
  const before = arrange(chart, { ...options })
  const { steps } = placed(chart, '申请', middleOf('审查', before))
  expect(steps['审查']!.y).toBeGreaterThan(steps['申请']!.y + steps['申请']!.height)
  expect(steps['决定']!.y).toBeGreaterThan(steps['审查']!.y + steps['审查']!.height)
})

it('[LA12] below a step that was pulled down, the chart moves as a whole, with its flowlines', async () => {
  const chart = generatedChart(60)
  const before = arrange(chart, { ...options })
  const [x, y] = middleOf('s12', before)
  const after = placed(chart, 's12', [x, y + 40])
  const shifts = chart.steps.map((step) => after.steps[step.id]!.y - before.steps[step.id]!.y)
  expect(new Set(shifts.map(Math.round)).size).toBeLessThanOrEqual(3)
  // The step itself stands lower than what it leads to at its side: a hand put it there.
  expect({ ...figuresOf(chart, after).faults, upward: 0 }).toEqual(figuresOf(chart, before).faults)
  expect(figuresOf(chart, after).crossings - figuresOf(chart, before).crossings).toBeLessThan(3)
})

it('[LA17] a step dragged a little aside keeps its straight flowlines straight', () => {
  const at = drawing.steps['审查']!
  const { flowlines } = rerouted(straight, drawing, { 审查: { ...at, x: at.x + 8 } }, options)
  expect(Object.values(flowlines).map(({ points }) => points.length)).toEqual([2, 2])
})
