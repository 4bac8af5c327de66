/** Steps in a loop without an exit. */
import type { Rule } from '../finding.ts'
import { idsOf } from '../facts.ts'
import { reachedFrom } from '../graph.ts'

export const loopWithoutExit: Rule = {
  id: 'loop-without-exit',
  severity: 'error',
  source: 'domain A5: 10 of 36 charts lead back, all of them lead out again',
  find: ({ chart, graph }) => {
    const stops = chart.steps.filter(({ id }) => graph.exits(id).length === 0)
    const leading = reachedFrom(idsOf(stops), (id) => graph.entries(id).map(({ from }) => from))
    const trapped = chart.steps.filter(({ id }) => graph.reached.has(id) && !leading.has(id))
    return trapped.length > 0 ? [{ steps: idsOf(trapped) }] : []
  },
}
