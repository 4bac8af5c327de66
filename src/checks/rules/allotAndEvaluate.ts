/** 专项资金: 评审、决定 and 绩效评估 are three posts. */
import type { Rule } from '../finding.ts'
import { allotting, evaluating } from '../../text/recognition/separationWords.ts'
import { heldByBoth } from '../heldByBoth.ts'

export const allotAndEvaluate: Rule = {
  id: 'allot-and-evaluate',
  severity: 'warning',
  source: 'domain D20 [W2]: 评审、决定和绩效评估分离',
  find: (facts) => {
    const evaluation = facts.named(evaluating)
    const allotment = facts
      .acting('decide', 'review', 'execute')
      .filter(({ name }) => allotting.test(name) && !evaluating.test(name))
    return heldByBoth(facts, allotment, evaluation)
  },
}
