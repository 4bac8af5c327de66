/** Required only in serious cases, which the chart does not show: a hint. Never in 简易程序. */
import type { Rule } from '../finding.ts'
import { legalReviewWord } from '../../text/recognition/vocabulary.ts'
import { penaltyPastNone } from '../penalty.ts'

export const penaltyWithoutLegalReview: Rule = {
  id: 'penalty-without-legal-review',
  severity: 'hint',
  source: 'domain D4',
  laws: ['penalty-58'],
  find: (facts) => (facts.matter.isOnTheSpot ? [] : penaltyPastNone(facts, legalReviewWord)),
}
