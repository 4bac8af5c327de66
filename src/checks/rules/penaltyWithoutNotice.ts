/** A penalty reachable without 告知. */
import type { Rule } from '../finding.ts'
import { noticeWord } from '../../text/recognition/vocabulary.ts'
import { penaltyPastNone } from '../penalty.ts'

export const penaltyWithoutNotice: Rule = {
  id: 'penalty-without-notice',
  severity: 'warning',
  source: '行政处罚法 arts. 44, 62; domain D5',
  find: (facts) => penaltyPastNone(facts, noticeWord),
}
