/** A chart needs a start terminator. */
import type { Rule } from '../finding.ts'

export const noStart: Rule = {
  id: 'no-start',
  severity: 'error',
  source: 'GB/T 1526; domain A4, D26',
  find: ({ chart, graph }) =>
    graph.starts.some(({ kind }) => kind === 'terminator')
      ? []
      : [{ steps: graph.starts.slice(0, 1).map(({ id }) => id), words: { steps: chart.steps.length } }],
}
