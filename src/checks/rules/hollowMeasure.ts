/** A risk whose measures only say that rules are kept: nobody can check that. */
import type { Rule } from '../finding.ts'
import { concreteMeasure, keepingRules } from '../../text/recognition/procedureWords.ts'
import { educationOnly } from '../../text/recognition/vocabulary.ts'
import { stepsOfRisk } from '../texts.ts'

export const hollowMeasure: Rule = {
  id: 'hollow-measure',
  severity: 'warning',
  source: 'domain C3, F7: 措施要有对应性、可操作',
  find: ({ chart, measuresOf }) =>
    chart.risks.flatMap((risk) => {
      const measures = measuresOf(risk)
        .map((text) => text.trim())
        .filter((text) => text !== '')
      const hollow = measures.find(isHollow)
      if (hollow === undefined || !measures.every((text) => isHollow(text) || educationOnly.test(text)))
        return []
      return [{ steps: stepsOfRisk(risk), risks: [risk.id], words: { risk: risk.text, measure: hollow } }]
    }),
}

function isHollow(text: string): boolean {
  return keepingRules.test(text) && !concreteMeasure.test(text)
}
