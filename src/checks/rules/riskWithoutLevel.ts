/** A risk without a level. */
import type { Rule } from '../finding.ts'
import { stepsOfRisk } from '../texts.ts'

export const riskWithoutLevel: Rule = {
  id: 'risk-without-level',
  severity: 'warning',
  source: 'domain C1; calibration: 8 of 11 charts',
  find: ({ chart }) => {
    const levels = new Set(chart.grading.levels.map(({ id }) => id))
    return chart.risks
      .filter(({ level }) => level === undefined || !levels.has(level))
      .map((risk) => ({ steps: stepsOfRisk(risk), risks: [risk.id], words: { risk: risk.text } }))
  },
}
