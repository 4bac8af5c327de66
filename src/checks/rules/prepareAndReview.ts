/** Who draws up a budget, a contract or a tender document does not review it. */
import type { Rule } from '../finding.ts'
import { preparedThing, preparing } from '../../text/recognition/separationWords.ts'
import { heldByBoth } from '../heldByBoth.ts'

export const prepareAndReview: Rule = {
  id: 'prepare-and-review',
  severity: 'warning',
  source: 'domain D16, D18: 概预算编制与审核',
  laws: ['internalControl-posts'],
  find: (facts) => {
    const made = facts
      .acting('handle', 'initiate', 'execute')
      .filter(({ name }) => preparing.test(name) && preparedThing.test(name))
    const reviewed = facts.acting('review').filter(({ name }) => preparedThing.test(name))
    return heldByBoth(facts, made, reviewed)
  },
}
