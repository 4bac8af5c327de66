/** 罚缴分离: the decider of a fine must not collect it. Art. 68 permits it on the spot. */
import type { Rule } from '../finding.ts'
import { collectingWord, investigationWord } from '../../text/recognition/vocabulary.ts'
import { heldByBoth } from '../heldByBoth.ts'

export const fineAndCollect: Rule = {
  id: 'fine-and-collect',
  severity: 'warning',
  source: 'domain D6',
  laws: ['penalty-67', 'penalty-68'],
  find: (facts) => {
    if (!facts.isKind('penalty', 'levy') || facts.matter.isOnTheSpot) return []
    const collecting = facts
      .acting('execute')
      .filter(({ name }) => collectingWord.test(name) && !/银行代收|代收银行/.test(name))
    const inquiring = facts.isKind('penalty')
      ? facts.acting('handle').filter(({ name }) => investigationWord.test(name))
      : []
    const deciding = heldByBoth(facts, facts.acting('decide'), collecting)
    return deciding.length > 0 ? deciding : heldByBoth(facts, inquiring, collecting)
  },
}
