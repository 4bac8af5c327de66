/** A step not reachable from the start. */
import type { Rule } from '../finding.ts'
import { eachStep } from '../facts.ts'

export const unreachableStep: Rule = {
  id: 'unreachable-step',
  severity: 'error',
  source: 'domain D26',
  find: ({ chart, graph }) => eachStep(chart.steps.filter(({ id }) => !graph.reached.has(id))),
}
