/** A name of at most six characters that names no action. */
import type { Rule } from '../finding.ts'
import { vagueWord } from '../../text/recognition/vocabulary.ts'
import { eachStep } from '../facts.ts'

export const vagueName: Rule = {
  id: 'vague-name',
  severity: 'warning',
  source: 'domain D26',
  find: ({ chart }) =>
    eachStep(
      chart.steps.filter(
        ({ kind, name }) => kind !== 'terminator' && name.trim().length <= 6 && vagueWord.test(name),
      ),
    ),
}
