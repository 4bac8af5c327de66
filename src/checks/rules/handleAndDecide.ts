/**
 * The handler of a matter must not decide it. With an investigation before the decision, another rule
 * applies.
 */
import type { Rule } from '../finding.ts'
import { investigationWord } from '../../text/recognition/vocabulary.ts'
import { heldByBoth } from '../heldByBoth.ts'

export const handleAndDecide: Rule = {
  id: 'handle-and-decide',
  severity: 'warning',
  source: 'domain D22, D26: two posts at least for every power',
  laws: ['internalControl-posts'],
  find: (facts) => {
    if (facts.isKind('penalty', 'compulsion')) return []
    const unsaid = facts.chart.header.powerKind === undefined
    const handling = facts.acting('handle').filter(({ name }) => !(unsaid && investigationWord.test(name)))
    return heldByBoth(facts, handling, facts.acting('decide'))
  },
}
