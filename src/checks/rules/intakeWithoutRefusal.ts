/** A public application must have a 不予受理 exit. */
import type { Rule } from '../finding.ts'
import { refusalWord } from '../../text/recognition/vocabulary.ts'
import { intakeOf } from '../intakeOf.ts'
import { saysAnywhere } from '../texts.ts'

export const intakeWithoutRefusal: Rule = {
  id: 'intake-without-refusal',
  severity: 'warning',
  source: '行政许可法 arts. 32, 38; domain D8',
  find: (facts) =>
    saysAnywhere(facts.chart, refusalWord) ? [] : intakeOf(facts).map((steps) => ({ steps })),
}
