/** Penalties of some social weight are made public; which ones, the chart does not tell: a hint. */
import type { Rule } from '../finding.ts'
import { publishingPenalty } from '../../text/recognition/procedureWords.ts'
import { idsOf } from '../facts.ts'
import { penaltyDecisions } from '../penalty.ts'
import { saysAnywhere } from '../texts.ts'

export const penaltyNotPublished: Rule = {
  id: 'penalty-not-published',
  severity: 'hint',
  source: 'the statute',
  laws: ['penalty-48'],
  find: (facts) => {
    const decided = penaltyDecisions(facts)
    const { chart, matter } = facts
    if (decided.length === 0 || matter.isOnTheSpot || saysAnywhere(chart, publishingPenalty)) return []
    if (chart.steps.some(({ note }) => publishingPenalty.test(note ?? ''))) return []
    return [{ steps: idsOf(decided.slice(-1)) }]
  },
}
