/** For assets and works, the decider must not execute. Payments have a separate rule. */
import type { Rule } from '../finding.ts'
import { paying } from '../../text/recognition/vocabulary.ts'
import { heldByBoth } from '../heldByBoth.ts'

export const decideAndExecute: Rule = {
  id: 'decide-and-execute',
  severity: 'warning',
  source: 'domain D18: 决策与实施; D26: 执行+审批',
  laws: ['internalControl-posts'],
  find: (facts) =>
    facts.isKind('procurement', 'assets', 'works')
      ? heldByBoth(
          facts,
          facts.acting('decide'),
          facts.acting('execute').filter(({ name }) => !paying.test(name)),
        )
      : [],
}
