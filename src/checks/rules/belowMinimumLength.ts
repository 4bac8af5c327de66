/** 公示、公告、投标时间 shorter than the statutory minimum, or than the step itself says. */
import type { Rule } from '../finding.ts'
import type { Step } from '../../model/chart.ts'
import type { SpanLimit } from '../../model/time/timeLimit.ts'
import { readTimeLimit } from '../../model/time/readTimeLimit.ts'
import { atLeastInName } from '../../text/recognition/vocabulary.ts'
import { preparingPublicity } from '../../text/recognition/vocabulary.ts'
import { shortestLimits } from '../../text/recognition/shortestLimits.ts'
import { cite } from '../../text/law/cite.ts'
import { shortBiddingTimes } from '../shortBiddingTimes.ts'
import type { Facts } from '../facts.ts'
import { isLonger, lengthOf } from '../length.ts'
import { asLimit, lowestOf, statutoryLength } from '../statutoryLength.ts'

export const belowMinimumLength: Rule = {
  id: 'below-minimum-length',
  severity: 'warning',
  source: 'the step itself (不少于7天)',
  laws: [
    'tender-24',
    'procurement-35',
    'procurementTender-16',
    'tenderRules-16',
    'tenderRules-54',
    'procurementRules-38',
    'civilService-32',
    'cadres-notice',
    'institutionHiring-notice',
  ],
  find: (facts) => {
    const bidding = shortBiddingTimes(facts)
    const told = new Set(bidding.flatMap(({ steps }) => steps))
    const others = facts.chart.steps.flatMap((step) => {
      const least = leastOf(facts, step)
      const { timeLimit } = step
      if (!least || timeLimit?.kind !== 'span') return []
      const { matter } = facts
      if (!isLonger(lengthOf(least, matter), lengthOf(lowestOf(timeLimit), matter))) return []
      return [
        { steps: [step.id], words: { limit: timeLimit.wording, least: least.wording, source: least.source } },
      ]
    })
    return [...bidding, ...others.filter(({ steps }) => !steps.some((id) => told.has(id)))]
  },
}

type Least = SpanLimit & { readonly source: string }

function leastOf(facts: Facts, step: Step): Least | undefined {
  if (step.kind === 'decision') return undefined
  const said = atLeastInName.exec(step.name)?.[0]
  const read = said === undefined ? undefined : readTimeLimit(said)
  if (read?.kind === 'span') return { ...read, source: '' }
  if (preparingPublicity.test(step.name)) return undefined
  const ruled = statutoryLength(facts, step, shortestLimits)
  return ruled && { ...asLimit(ruled), bound: 'atLeast', source: cite(ruled.law) }
}
