/**
 * In penalties and compulsion, the investigator must not decide and the decider must not execute. 简易程序
 * permits it on the spot.
 */
import type { Rule } from '../finding.ts'
import { investigationWord } from '../../text/recognition/vocabulary.ts'
import { heldByBoth } from '../heldByBoth.ts'
import { isOnTheSpot } from '../penalty.ts'

export const investigateDecideExecute: Rule = {
  id: 'investigate-decide-execute',
  severity: 'warning',
  source: 'domain D1 [W2]; 行政处罚法 arts. 42, 57, 67',
  find: (facts) => {
    const inquiring = facts.withDuty('handle').filter(({ name }) => investigationWord.test(name))
    const { powerKind } = facts.chart.header
    // Without a kind of power, an investigation that ends in a decision implies it.
    const applies = facts.isKind('penalty', 'compulsion') || (!powerKind && inquiring.length > 0)
    if (!applies || isOnTheSpot(facts.chart)) return []
    const deciding = facts.withDuty('decide')
    const executing = facts.withDuty('execute')
    return [
      ...heldByBoth(facts, inquiring, deciding),
      ...heldByBoth(facts, deciding, executing),
      ...heldByBoth(facts, inquiring, executing),
    ]
  },
}
