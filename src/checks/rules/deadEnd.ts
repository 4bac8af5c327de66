/** A path that stops at a step that is not an end. */
import type { Rule } from '../finding.ts'
import { eachStep } from '../facts.ts'

export const deadEnd: Rule = {
  id: 'dead-end',
  severity: 'error',
  source: 'GB/T 1526; domain A4',
  find: ({ chart, graph }) =>
    eachStep(
      chart.steps.filter(
        ({ id, kind }) => kind !== 'terminator' && graph.reached.has(id) && graph.exits(id).length === 0,
      ),
    ),
}
