/** A risk of the most severe level without a measure. */
import type { Rule } from '../finding.ts'
import { stepsOfRisk } from '../texts.ts'

export const highRiskWithoutMeasure: Rule = {
  id: 'high-risk-without-measure',
  severity: 'warning',
  source: 'domain C1: the gravest level asks for the strictest measure',
  find: ({ chart, measuresOf }) => {
    const ranks = chart.grading.levels.map(({ rank }) => rank)
    const gravest = chart.grading.levels.filter(({ rank }) => rank === Math.min(...ranks)).map(({ id }) => id)
    return chart.risks
      .filter((risk) => risk.level !== undefined && gravest.includes(risk.level))
      .filter((risk) => measuresOf(risk).every((text) => text.trim() === ''))
      .map((risk) => ({ steps: stepsOfRisk(risk), risks: [risk.id], words: { risk: risk.text } }))
  },
}
