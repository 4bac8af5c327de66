import type { Chart, Id, Parallel } from '../../../model/chart.ts'
import { parallelJoin } from '../../../model/parallelJoin.ts'
import { sentTogether } from '../../../text/recognition/parallelIn.ts'
import type { Problems } from '../gatherProblems.ts'
import type { ReadStep } from '../chartOfSteps.ts'

/**
 * 并行 as a column says it, or the words of 下一步 and of the name (同时送财务科、法制科会签): then the step where
 * the ways meet awaits them, and both are reported.
 */
export function withParallel(chart: Chart, read: readonly ReadStep[], problems: Problems): Chart {
  const marks = new Map<Id, Parallel>()
  const add = (id: Id, side: 'fork' | 'join') => {
    const known = marks.get(id)
    marks.set(id, known === undefined || known === side ? side : 'both')
  }
  for (const { id, parallel } of read) if (parallel) marks.set(id, parallel)
  for (const step of read) {
    const exits = chart.flowlines.filter(({ from }) => from === step.id)
    const isPlain = exits.length > 1 && exits.every(({ label }) => label === undefined)
    const words = [...step.nextCells.map(({ text }) => text), step.name]
    if (step.parallel || step.kind === 'decision' || !isPlain || !words.some(sentTogether)) continue
    add(step.id, 'fork')
    const join = parallelJoin(step.id, chart.flowlines)
    if (join !== undefined) add(join, 'join')
    const meet = chart.steps.find(({ id }) => id === join)?.name ?? ''
    problems.warning('readAsParallel', step.row, 'next', { words: meet })
  }
  if (marks.size === 0) return chart
  const marked = chart.steps.map((step) => {
    const parallel = marks.get(step.id)
    return parallel === undefined ? step : { ...step, parallel }
  })
  return { ...chart, steps: marked }
}
