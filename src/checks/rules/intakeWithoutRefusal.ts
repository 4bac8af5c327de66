/** A public application must have a 不予受理 exit. The statute says so for licences; elsewhere it is a hint. */
import type { Rule } from '../finding.ts'
import { refusalWord } from '../../text/recognition/vocabulary.ts'
import { cite } from '../../text/law/cite.ts'
import { intakeOf } from '../intakeOf.ts'
import { saysAnywhere } from '../texts.ts'

export const intakeWithoutRefusal: Rule = {
  id: 'intake-without-refusal',
  severity: 'warning',
  source: 'domain D8',
  laws: ['licensing-32'],
  find: (facts) => {
    if (saysAnywhere(facts.chart, refusalWord)) return []
    if (facts.isKind('licensing'))
      return intakeOf(facts).map((steps) => ({ steps, words: { law: cite('licensing-32') } }))
    return intakeOf(facts).map((steps) => ({ steps, severity: 'hint', words: { law: '' } }))
  },
}
