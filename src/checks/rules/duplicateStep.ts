/** Steps with equal names and the same posts. 审核 by successive posts is not a duplicate. */
import type { Rule } from '../finding.ts'
import { sameHolders, plainName } from '../likeness.ts'

export const duplicateStep: Rule = {
  id: 'duplicate-step',
  severity: 'warning',
  source: 'domain D26',
  find: (facts) => {
    const groups = new Map<string, string[]>()
    for (const step of facts.chart.steps) {
      const name = plainName(step)
      if (name === '') continue
      const key = `${name}\n${sameHolders(facts, step)}`
      groups.set(key, [...(groups.get(key) ?? []), step.id])
    }
    return [...groups.values()].filter((ids) => ids.length > 1).map((steps) => ({ steps }))
  },
}
