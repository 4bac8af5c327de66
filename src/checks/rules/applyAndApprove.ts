/** The applicant must not approve. */
import type { Rule } from '../finding.ts'
import { heldByBoth } from '../heldByBoth.ts'

export const applyAndApprove: Rule = {
  id: 'apply-and-approve',
  severity: 'warning',
  source: 'domain D15, D19, D26',
  find: (facts) => heldByBoth(facts, facts.withDuty('initiate'), facts.withDuty('decide')),
}
