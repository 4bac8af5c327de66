/** A penalty reachable without 陈述、申辩. */
import type { Rule } from '../finding.ts'
import { defenceWord } from '../../text/recognition/vocabulary.ts'
import { penaltyPastNone } from '../penalty.ts'

export const penaltyWithoutDefence: Rule = {
  id: 'penalty-without-defence',
  severity: 'warning',
  source: 'domain D5',
  laws: ['penalty-45', 'penalty-62'],
  find: (facts) => penaltyPastNone(facts, defenceWord),
}
