/** The applicant must not approve. In enforcement nobody applies: the authority begins. */
import type { Rule } from '../finding.ts'
import { notAsking } from '../../text/recognition/separationWords.ts'
import { heldByBoth } from '../heldByBoth.ts'

export const applyAndApprove: Rule = {
  id: 'apply-and-approve',
  severity: 'warning',
  source: 'domain D15, D19, D26',
  find: (facts) => {
    if (facts.isKind('penalty', 'compulsion', 'inspection')) return []
    const asking = facts.acting('initiate').filter(({ name }) => !notAsking.test(name))
    return heldByBoth(facts, asking, facts.acting('decide'))
  },
}
