/** A risk whose only measure is 加强教育. */
import type { Rule } from '../finding.ts'
import { educationOnly } from '../../text/recognition/vocabulary.ts'
import { stepsOfRisk } from '../texts.ts'

export const educationOnlyMeasure: Rule = {
  id: 'education-only-measure',
  severity: 'warning',
  source: 'domain C3, F7: 措施要有对应性、可操作',
  find: ({ chart, measuresOf }) =>
    chart.risks
      .map((risk) => ({ risk, measures: measuresOf(risk).filter((text) => text.trim() !== '') }))
      .filter(
        ({ measures }) => measures.length > 0 && measures.every((text) => educationOnly.test(text.trim())),
      )
      .map(({ risk, measures }) => ({
        steps: stepsOfRisk(risk),
        risks: [risk.id],
        words: { risk: risk.text, measure: measures[0]! },
      })),
}
