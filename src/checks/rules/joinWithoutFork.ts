/** 会合 that awaits ways of which a case takes only one, or a single one: it would wait for ever. */
import type { Rule } from '../finding.ts'
import { reachedFrom } from '../graph.ts'
import { parallelJoin } from '../../model/parallelJoin.ts'

export const joinWithoutFork: Rule = {
  id: 'join-without-fork',
  severity: 'warning',
  source: 'GB/T 1526: 并行方式',
  find: ({ chart, graph }) =>
    chart.steps.flatMap(({ id, parallel }) => {
      if (parallel !== 'join' && parallel !== 'both') return []
      if (graph.entries(id).length < 2) return [{ steps: [id], words: { why: 'one' } }]
      const before = reachedFrom([id], (each) => graph.entries(each).map(({ from }) => from))
      const isMet = chart.steps.some(
        (step) =>
          step.id !== id &&
          before.has(step.id) &&
          (step.parallel === 'fork' || step.parallel === 'both') &&
          parallelJoin(step.id, chart.flowlines) === id,
      )
      return isMet ? [] : [{ steps: [id], words: { why: 'fork' } }]
    }),
}
