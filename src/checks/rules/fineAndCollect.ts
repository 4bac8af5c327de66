/** 罚缴分离: the decider of a fine must not collect it. Art. 68 permits it on the spot. */
import type { Rule } from '../finding.ts'
import { collectingWord } from '../../text/recognition/vocabulary.ts'
import { heldByBoth } from '../heldByBoth.ts'
import { isOnTheSpot } from '../penalty.ts'

export const fineAndCollect: Rule = {
  id: 'fine-and-collect',
  severity: 'warning',
  source: '行政处罚法 art. 67; domain D6',
  find: (facts) => {
    if (!facts.isKind('penalty', 'levy') || isOnTheSpot(facts.chart)) return []
    const collecting = facts.withDuty('execute').filter(({ name }) => collectingWord.test(name))
    return heldByBoth(facts, facts.withDuty('decide'), collecting)
  },
}
