/** A gap of work (业务不熟练) in place of a risk to integrity. */
import type { Rule } from '../finding.ts'
import { gapOfWork } from '../../text/recognition/procedureWords.ts'
import { stepsOfRisk } from '../texts.ts'

export const hollowRisk: Rule = {
  id: 'hollow-risk',
  severity: 'hint',
  source: 'domain C3, F7: 找权力点和环节，而不是找工作差距',
  find: ({ chart }) =>
    chart.risks
      .filter(({ text }) => gapOfWork.test(text.trim()))
      .map((risk) => ({ steps: stepsOfRisk(risk), risks: [risk.id], words: { risk: risk.text } })),
}
