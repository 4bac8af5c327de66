/** 管采分离: the supervisor of purchases or works must not take part in them. */
import type { Rule } from '../finding.ts'
import { notSupervising, supervising } from '../../text/recognition/separationWords.ts'
import { heldByBoth } from '../heldByBoth.ts'

export const superviseAndPurchase: Rule = {
  id: 'supervise-and-purchase',
  severity: 'warning',
  source: 'domain D10, D13, D16',
  laws: ['procurement-60', 'tenderRules-46'],
  find: (facts) => {
    if (!facts.isKind('procurement', 'works')) return []
    const watching = facts
      .acting('supervise')
      .filter(({ name }) => supervising.test(name) && !notSupervising.test(name))
    const taking = facts
      .acting('handle', 'execute', 'accept', 'review')
      .filter(({ name }) => !supervising.test(name))
    return heldByBoth(facts, watching, taking)
  },
}
