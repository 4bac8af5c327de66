/** A step takes longer than the statute allows for that step. */
import type { Rule } from '../finding.ts'
import { applicantPost } from '../../text/recognition/vocabulary.ts'
import { applicantsTime, longestLimits } from '../../text/recognition/longestLimits.ts'
import { cite } from '../../text/law/cite.ts'
import { isLonger, lengthOf } from '../length.ts'
import { asLimit, statutoryLength } from '../statutoryLength.ts'

export const stepLimitExceeded: Rule = {
  id: 'step-limit-exceeded',
  severity: 'warning',
  source: 'domain A7',
  laws: ['licensing-32', 'licensing-44', 'penalty-61', 'procurement-46', 'procurement-47', 'procurement-53'],
  find: (facts) =>
    facts.chart.steps.flatMap((step) => {
      const { timeLimit, name, id } = step
      if (timeLimit?.kind !== 'span' || timeLimit.bound === 'atLeast') return []
      const row = statutoryLength(facts, step, longestLimits)
      if (!row) return []
      const isTheirs = facts.postsOf(step).some((post) => applicantPost.test(post))
      if (isTheirs && row.law !== 'penalty-67') return []
      if (applicantsTime.test(name) && row.law === 'licensing-32') return []
      if (!isLonger(lengthOf(timeLimit, facts.matter), lengthOf(asLimit(row), facts.matter))) return []
      const most = asLimit(row).wording
      return [{ steps: [id], words: { limit: timeLimit.wording, most, law: cite(row.law) } }]
    }),
}
