/** Who accepts goods does not keep them: mostly a storekeeper, and small units have but one; a hint. */
import type { Rule } from '../finding.ts'
import { keeping } from '../../text/recognition/separationWords.ts'
import { purchaseWord } from '../../text/recognition/vocabulary.ts'
import { heldByBoth } from '../heldByBoth.ts'

export const acceptAndKeep: Rule = {
  id: 'accept-and-keep',
  severity: 'hint',
  source: 'domain D16, D19: 采购、验收、保管',
  laws: ['internalControl-posts'],
  find: (facts) => {
    if (!facts.isKind('procurement', 'assets')) return []
    const accepting = facts.acting('accept')
    const keepers = facts
      .acting('execute', 'handle', 'supervise')
      .filter((step) => keeping.test(step.name) && !accepting.includes(step))
    const buying = facts
      .acting('execute', 'handle')
      .filter((step) => purchaseWord.test(step.name) && !keepers.includes(step) && !accepting.includes(step))
    return heldByBoth(facts, [...accepting, ...buying], keepers).map((place) => ({
      ...place,
      severity: 'hint',
    }))
  },
}
