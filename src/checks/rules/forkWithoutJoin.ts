/** 并行 that parts and is never awaited, or parts into one way only, or at a decision, which chooses. */
import type { Rule } from '../finding.ts'
import { parallelJoin } from '../../model/parallelJoin.ts'

export const forkWithoutJoin: Rule = {
  id: 'fork-without-join',
  severity: 'warning',
  source: 'GB/T 1526: 并行方式',
  find: ({ chart, graph }) =>
    chart.steps.flatMap(({ id, kind, parallel }) => {
      if (parallel !== 'fork' && parallel !== 'both') return []
      const place = { steps: [id] }
      if (kind === 'decision') return [{ ...place, words: { why: 'decision' } }]
      if (graph.exits(id).length < 2) return [{ ...place, words: { why: 'one' } }]
      const join = parallelJoin(id, chart.flowlines)
      // Each way may go to an end of its own.
      if (join === undefined || isAwaited(graph.step.get(join)?.parallel)) return []
      return [{ steps: [id, join], words: { why: 'join' } }]
    }),
}

const isAwaited = (parallel: string | undefined): boolean => parallel === 'join' || parallel === 'both'
