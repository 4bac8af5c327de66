/** 三重一大: two thirds of the leaders must be there; half of them are not enough. */
import type { Rule } from '../finding.ts'
import { attendance, halfOnly, twoThirds } from '../../text/recognition/procedureWords.ts'
import { eachStep } from '../facts.ts'

export const tooFewAtMeeting: Rule = {
  id: 'too-few-at-meeting',
  severity: 'warning',
  source: 'domain D21 [P64]',
  laws: ['majorMatters-meeting'],
  find: ({ chart }) =>
    eachStep(
      chart.steps.filter(({ name, note }) =>
        [name, note ?? '']
          .flatMap((text) => text.split(/[，,；;。]/))
          .some((clause) => attendance.test(clause) && halfOnly.test(clause) && !twoThirds.test(clause)),
      ),
    ),
}
