/** 公示 without a duration. */
import type { Rule } from '../finding.ts'
import { spokenLength } from '../../text/recognition/vocabulary.ts'
import { eachStep } from '../facts.ts'
import { publicitySteps } from '../publicitySteps.ts'

export const publicityWithoutLength: Rule = {
  id: 'publicity-without-length',
  severity: 'warning',
  source: 'domain D24; calibration: 7 of 16 charts with 公示',
  find: (facts) =>
    eachStep(
      publicitySteps(facts).filter(
        ({ timeLimit, name }) => timeLimit?.kind !== 'span' && !spokenLength.test(name),
      ),
    ),
}
