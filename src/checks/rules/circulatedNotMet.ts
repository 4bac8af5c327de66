/** 三重一大: 传阅、会签 of the leaders does not stand for their meeting. */
import type { Rule } from '../finding.ts'
import { circulating, leadership, meeting } from '../../text/recognition/procedureWords.ts'
import { eachStep } from '../facts.ts'

export const circulatedNotMet: Rule = {
  id: 'circulated-not-met',
  severity: 'warning',
  source: 'domain D21 [P64]',
  laws: ['majorMatters-meeting'],
  find: ({ chart, postsOf }) => {
    const textsOf = (step: (typeof chart.steps)[number]) => [step.name, ...postsOf(step)]
    const met = chart.steps.some(
      (step) => textsOf(step).some((text) => meeting.test(text)) && !circulating.test(step.name),
    )
    if (met) return []
    return eachStep(
      chart.steps.filter(
        (step) => circulating.test(step.name) && textsOf(step).some((text) => leadership.test(text)),
      ),
    )
  },
}
