/** Steps with nearly equal names and the same posts: usually a copy. */
import type { Rule } from '../finding.ts'
import { likenessMarks, nearlyAlike, plainName, sameHolders } from '../likeness.ts'

export const alikeSteps: Rule = {
  id: 'alike-steps',
  severity: 'warning',
  source: 'domain D26: ≥ 90 %',
  find: (facts) => {
    const groups = new Map<string, { readonly id: string; readonly name: string }[]>()
    for (const step of facts.chart.steps) {
      const name = plainName(step)
      const key = `${sameHolders(facts, step)}\n\n${likenessMarks(name)}`
      const group = groups.get(key)
      if (group) group.push({ id: step.id, name })
      else groups.set(key, [{ id: step.id, name }])
    }
    return [...groups.values()].flatMap((group) =>
      group.flatMap((one, at) =>
        group
          .slice(at + 1)
          .filter((other) => other.name !== one.name && nearlyAlike(one.name, other.name))
          .map((other) => ({ steps: [one.id, other.id] })),
      ),
    )
  },
}
