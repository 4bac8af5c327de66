/** A penalty reachable without 告知. */
import type { Rule } from '../finding.ts'
import { noticeWord } from '../../text/recognition/vocabulary.ts'
import { penaltyPastNone } from '../penalty.ts'

export const penaltyWithoutNotice: Rule = {
  id: 'penalty-without-notice',
  severity: 'warning',
  source: 'domain D5',
  laws: ['penalty-44', 'penalty-62'],
  find: (facts) => penaltyPastNone(facts, noticeWord),
}
