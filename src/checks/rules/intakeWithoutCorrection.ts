/** An application to the public must be able to come back for 补正. */
import type { Rule } from '../finding.ts'
import { correctionWord } from '../../text/recognition/vocabulary.ts'
import { intakeOf } from '../intakeOf.ts'
import { saysAnywhere } from '../texts.ts'

export const intakeWithoutCorrection: Rule = {
  id: 'intake-without-correction',
  severity: 'warning',
  source: '行政许可法 art. 32; domain D8',
  find: (facts) =>
    saysAnywhere(facts.chart, correctionWord) ? [] : intakeOf(facts).map((steps) => ({ steps })),
}
