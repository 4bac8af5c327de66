/** A penalty reachable without 陈述、申辩. */
import type { Rule } from '../finding.ts'
import { defenceWord } from '../../text/recognition/vocabulary.ts'
import { penaltyPastNone } from '../penalty.ts'

export const penaltyWithoutDefence: Rule = {
  id: 'penalty-without-defence',
  severity: 'warning',
  source: '行政处罚法 arts. 45, 62; domain D5',
  find: (facts) => penaltyPastNone(facts, defenceWord),
}
