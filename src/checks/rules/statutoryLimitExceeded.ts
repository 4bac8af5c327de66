/**
 * The steps take longer than the statutory limit that the chart states. An error only where the clock is
 * told and the excess does not rest on time that other rules may leave out.
 */
import type { Rule } from '../finding.ts'
import { excessOver } from '../excessOver.ts'

export const statutoryLimitExceeded: Rule = {
  id: 'statutory-limit-exceeded',
  severity: 'error',
  source: 'domain A7',
  laws: ['licensing-42', 'licensing-45', 'licensing-82', 'penalty-60', 'petition-34', 'disclosure-33'],
  find: (facts) => {
    const limit = facts.chart.header.statutoryLimit
    return limit?.kind === 'span' && limit.bound !== 'atLeast' ? excessOver(facts, limit) : []
  },
}
