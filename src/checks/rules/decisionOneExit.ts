/** A decision with exactly one exit. */
import type { Rule } from '../finding.ts'
import { eachStep } from '../facts.ts'

export const decisionOneExit: Rule = {
  id: 'decision-one-exit',
  severity: 'error',
  source: 'GB/T 1526; domain A4: one entry, several exits',
  find: ({ chart, graph }) =>
    eachStep(chart.steps.filter(({ id, kind }) => kind === 'decision' && graph.exits(id).length === 1)),
}
