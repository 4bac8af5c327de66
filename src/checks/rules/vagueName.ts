/** A name that as a whole says neither what is done nor to what. */
import type { Rule } from '../finding.ts'
import { vagueAsAWhole } from '../../text/recognition/vocabulary.ts'
import { eachStep } from '../facts.ts'
import { plainName } from '../likeness.ts'

export const vagueName: Rule = {
  id: 'vague-name',
  severity: 'warning',
  source: 'domain D26',
  find: ({ chart }) =>
    eachStep(chart.steps.filter((step) => step.kind !== 'terminator' && vagueAsAWhole.test(plainName(step)))),
}
