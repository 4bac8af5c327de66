/** 先施工、先付款，后补审批: what an approval should stand before comes before every approval. */
import type { Rule } from '../finding.ts'
import {
  carryingOut,
  givingLeave,
  inUrgency,
  laterApproval,
  subsequently,
} from '../../text/recognition/procedureWords.ts'
import { paying } from '../../text/recognition/vocabulary.ts'
import { actOf } from '../../text/recognition/dutyWords.ts'
import { idsOf, type Facts } from '../facts.ts'
import { reachedFrom } from '../graph.ts'

export const executedBeforeApproval: Rule = {
  id: 'executed-before-approval',
  severity: 'warning',
  source: 'domain D26: 先施工后补审批',
  find: (facts) => {
    const { chart, graph } = facts
    if (chart.steps.some(({ name }) => inUrgency.test(name)) || inUrgency.test(chart.header.title)) return []
    const leaves = facts
      .acting('decide')
      .filter(({ name }) => givingLeave.test(actOf(name)))
      .filter(({ name }) => subsequently.test(name) || !laterApproval.test(name))
    // What is approved in finance is spending: only the payment must wait for it.
    const carried = facts.isKind('finance') ? paying : carryingOut
    const back = (id: string) => graph.entries(id).map(({ from }) => from)
    const approving = new Set(idsOf(facts.acting('decide')))
    const tooEarly = facts
      .acting('execute')
      .filter(({ name }) => carried.test(actOf(name)) && !subsequently.test(name))
      .filter(({ id }) => ![...reachedFrom(back(id), back)].some((at) => approving.has(at)))
    return leaves
      .flatMap((leave) => {
        const early = tooEarly.filter((step) => leadsTo(facts, step.id, leave.id))
        return early.length > 0 ? [{ steps: [...idsOf(early), leave.id] }] : []
      })
      .slice(0, 1)
  },
}

function leadsTo({ graph }: Facts, from: string, to: string): boolean {
  return reachedFrom([from], (id) => graph.exits(id).map((line) => line.to)).has(to)
}
