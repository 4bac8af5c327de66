/** A public application must have a 补正 exit. The statute says so for licences; elsewhere it is a hint. */
import type { Rule } from '../finding.ts'
import { correctionWord } from '../../text/recognition/vocabulary.ts'
import { cite } from '../../text/law/cite.ts'
import { intakeOf } from '../intakeOf.ts'
import { saysAnywhere } from '../texts.ts'

export const intakeWithoutCorrection: Rule = {
  id: 'intake-without-correction',
  severity: 'warning',
  source: 'domain D8',
  laws: ['licensing-32'],
  find: (facts) => {
    if (saysAnywhere(facts.chart, correctionWord)) return []
    if (facts.isKind('licensing'))
      return intakeOf(facts).map((steps) => ({ steps, words: { law: cite('licensing-32') } }))
    return intakeOf(facts).map((steps) => ({ steps, severity: 'hint', words: { law: '' } }))
  },
}
