/**
 * In penalties and compulsion, the investigator must not decide and the decider must not execute. 简易程序
 * permits it on the spot. Collecting the fine has its own rule; one post is one finding.
 */
import type { Rule } from '../finding.ts'
import { collectingWord, investigationWord } from '../../text/recognition/vocabulary.ts'
import { heldByBoth, mergedByPost } from '../heldByBoth.ts'

export const investigateDecideExecute: Rule = {
  id: 'investigate-decide-execute',
  severity: 'warning',
  source: 'domain D1 [W2]',
  laws: ['penalty-57', 'penalty-67'],
  find: (facts) => {
    const inquiring = facts.acting('handle').filter(({ name }) => investigationWord.test(name))
    // Without a kind of power, an investigation that ends in a decision implies it.
    const applies =
      facts.isKind('penalty', 'compulsion') || (facts.matter.kind === undefined && inquiring.length > 0)
    if (!applies || facts.matter.isOnTheSpot) return []
    const deciding = facts.acting('decide')
    const isFine = facts.isKind('penalty')
    const executing = facts.acting('execute').filter(({ name }) => !(isFine && collectingWord.test(name)))
    return mergedByPost([
      ...heldByBoth(facts, inquiring, deciding),
      ...heldByBoth(facts, deciding, executing),
      ...heldByBoth(facts, inquiring, executing),
    ])
  },
}
