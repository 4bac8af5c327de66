/** A public application must have a 补正 exit. */
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
