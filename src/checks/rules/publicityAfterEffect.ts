/** 拟任、候选人 and the like are posted before the appointment, the contract or the payment, not after. */
import type { Rule } from '../finding.ts'
import { proposedPublicity } from '../../text/recognition/vocabulary.ts'
import { effectWord } from '../../text/recognition/procedureWords.ts'
import { actOf } from '../../text/recognition/dutyWords.ts'
import { idsOf } from '../facts.ts'
import { reachedFrom } from '../graph.ts'
import { isPosting } from '../publicitySteps.ts'

export const publicityAfterEffect: Rule = {
  id: 'publicity-after-effect',
  severity: 'warning',
  source: 'domain D24: 公示 before 决定 takes effect',
  find: ({ chart, graph, isKind }) => {
    const back = (id: string) => graph.entries(id).map(({ from }) => from)
    const postings = chart.steps.filter(
      ({ name, kind }) =>
        kind !== 'decision' &&
        isPosting(name) &&
        (proposedPublicity.test(name) || isKind('personnel', 'payment', 'reward')) &&
        !/结果|发放情况|使用情况|长期|动态|成绩/.test(name),
    )
    return postings.flatMap((step) => {
      const before = reachedFrom(back(step.id), back)
      const effects = chart.steps.filter(
        ({ id, name, kind }) =>
          before.has(id) && kind !== 'decision' && effectWord.test(actOf(name)) && !isPosting(name),
      )
      return effects.length > 0 ? [{ steps: [...idsOf(effects.slice(0, 1)), step.id] }] : []
    })
  },
}
