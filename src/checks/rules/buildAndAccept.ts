/** Who carries out works does not accept them, nor pay for them. */
import type { Rule } from '../finding.ts'
import { acceptingWork } from '../../text/recognition/procedureWords.ts'
import { building, payingForWorks } from '../../text/recognition/separationWords.ts'
import { heldByBoth, mergedByPost } from '../heldByBoth.ts'

export const buildAndAccept: Rule = {
  id: 'build-and-accept',
  severity: 'warning',
  source: 'domain D18: 实施与验收、实施与价款支付',
  laws: ['internalControl-posts'],
  find: (facts) => {
    if (!facts.isKind('works')) return []
    const carried = facts
      .acting('execute', 'handle')
      .filter(({ name }) => building.test(name) && !payingForWorks.test(name))
    const accepting = facts.acting('accept').filter(({ name }) => acceptingWork.test(name))
    const paying = facts.acting('execute').filter(({ name }) => payingForWorks.test(name))
    return mergedByPost([...heldByBoth(facts, carried, accepting), ...heldByBoth(facts, carried, paying)])
  },
}
