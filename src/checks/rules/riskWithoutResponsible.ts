/** A risk without a responsible person and without a post at its step. */
import type { Rule } from '../finding.ts'
import { stepsOfRisk } from '../texts.ts'

export const riskWithoutResponsible: Rule = {
  id: 'risk-without-responsible',
  severity: 'warning',
  source: 'domain B 防控责任清单; calibration: 9 of 11 charts',
  find: ({ chart, graph, postsOf }) =>
    chart.risks
      .filter(
        ({ responsible, leader, post }) => !responsible?.trim() && !leader?.trim() && post === undefined,
      )
      .filter(({ step }) => {
        const owner = step === undefined ? undefined : graph.step.get(step)
        return !owner || postsOf(owner).length === 0
      })
      .map((risk) => ({ steps: stepsOfRisk(risk), risks: [risk.id], words: { risk: risk.text } })),
}
