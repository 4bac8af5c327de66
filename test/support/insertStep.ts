import type { Chart, Flowline, Step } from '../../src/model/chart.ts'

/** The chart with one more step in the middle of a flowline, of the post of the step before. */
export function withStepIn(chart: Chart, at: number): Chart {
  const line = chart.flowlines[at]!
  const before = chart.steps.findIndex((step) => step.id === line.from)
  const posts = chart.steps[before]!.posts
  const added: Step = {
    id: 'added',
    order: 'x',
    kind: 'process',
    name: '新增环节',
    ...(posts ? { posts } : {}),
  }
  const first: Flowline = { ...line, to: 'added' }
  const second: Flowline = { id: 'second', order: 'x', from: 'added', to: line.to }
  return {
    ...chart,
    steps: [...chart.steps.slice(0, before + 1), added, ...chart.steps.slice(before + 1)],
    flowlines: [...chart.flowlines.slice(0, at), first, second, ...chart.flowlines.slice(at + 1)],
  }
}
