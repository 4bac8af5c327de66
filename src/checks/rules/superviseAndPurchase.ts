/** 管采分离: the supervisor of purchases or works must not take part in them. */
import type { Rule } from '../finding.ts'
import { heldByBoth } from '../heldByBoth.ts'

export const superviseAndPurchase: Rule = {
  id: 'supervise-and-purchase',
  severity: 'warning',
  source: '政府采购法 art. 60; domain D10, D13, D16',
  find: (facts) =>
    facts.isKind('procurement', 'works')
      ? heldByBoth(facts, facts.withDuty('supervise'), facts.withDuty('handle', 'execute', 'accept'))
      : [],
}
