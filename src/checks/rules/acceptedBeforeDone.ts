/** 验收 comes before the works or the delivery that it accepts. */
import type { Rule } from '../finding.ts'
import { acceptingWork, doingWork } from '../../text/recognition/procedureWords.ts'
import { actOf } from '../../text/recognition/dutyWords.ts'
import { idsOf, type Facts } from '../facts.ts'
import { reachedFrom } from '../graph.ts'

export const acceptedBeforeDone: Rule = {
  id: 'accepted-before-done',
  severity: 'warning',
  source: 'domain D26: 核验全在执行之前',
  find: (facts) => {
    const accepting = facts.acting('accept').filter(({ name }) => acceptingWork.test(name))
    const doing = facts
      .acting('execute', 'handle')
      .filter(({ name }) => doingWork.test(actOf(name)) && !acceptingWork.test(name))
    return accepting.flatMap((step) => {
      const later = doing.filter(({ id }) => leadsTo(facts, step.id, id) && !leadsTo(facts, id, step.id))
      const earlier = doing.some(({ id }) => leadsTo(facts, id, step.id))
      return later.length > 0 && !earlier ? [{ steps: [step.id, ...idsOf(later.slice(0, 1))] }] : []
    })
  },
}

function leadsTo({ graph }: Facts, from: string, to: string): boolean {
  return reachedFrom(
    graph.exits(from).map((line) => line.to),
    (id) => graph.exits(id).map((line) => line.to),
  ).has(to)
}
