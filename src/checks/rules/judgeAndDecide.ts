/** 审裁分离: who judges as an expert does not decide. */
import type { Rule } from '../finding.ts'
import { judging } from '../../text/recognition/separationWords.ts'
import { heldByBoth } from '../heldByBoth.ts'

export const judgeAndDecide: Rule = {
  id: 'judge-and-decide',
  severity: 'warning',
  source: 'domain D20 [W2]: 审裁分离',
  find: (facts) => {
    const judges = facts.acting('review', 'handle').filter(({ name }) => judging.test(name))
    return heldByBoth(
      facts,
      judges,
      facts.acting('decide').filter(({ name }) => !judging.test(name)),
    )
  },
}
