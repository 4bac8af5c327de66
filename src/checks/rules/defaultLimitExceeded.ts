/** The chart states no statutory limit, and the steps take longer than the statute of its kind allows. */
import type { Rule } from '../finding.ts'
import { clocks } from '../../text/recognition/clocks.ts'
import { cite } from '../../text/law/cite.ts'
import { excessOver } from '../excessOver.ts'
import { asLimit } from '../statutoryLength.ts'

export const defaultLimitExceeded: Rule = {
  id: 'default-limit-exceeded',
  severity: 'warning',
  source: 'domain A7',
  laws: ['licensing-42', 'penalty-60', 'compulsion-25', 'petition-34', 'disclosure-33', 'reconsideration-62'],
  find: (facts) => {
    const { clock } = facts.matter
    if (clock === undefined || facts.chart.header.statutoryLimit !== undefined) return []
    const { amount, unit, extension, laws } = clocks[clock]
    const limit = {
      ...asLimit({ amount, unit }),
      ...(extension && { extension: { amount: extension, unit } }),
    }
    return excessOver(facts, limit).map((place) => ({
      ...place,
      severity: 'warning',
      words: { ...place.words, law: cite(laws[0]!) },
    }))
  },
}
