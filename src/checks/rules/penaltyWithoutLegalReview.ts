/** Required only in serious cases, which the chart does not show: a hint. Never in 简易程序. */
import type { Rule } from '../finding.ts'
import { legalReviewWord } from '../../text/recognition/vocabulary.ts'
import { isOnTheSpot, penaltyPastNone } from '../penalty.ts'

export const penaltyWithoutLegalReview: Rule = {
  id: 'penalty-without-legal-review',
  severity: 'hint',
  source: '行政处罚法 art. 58; domain D4',
  find: (facts) => (isOnTheSpot(facts.chart) ? [] : penaltyPastNone(facts, legalReviewWord)),
}
