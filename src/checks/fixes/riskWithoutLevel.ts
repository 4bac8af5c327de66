import { gradeByRule } from '../../model/edits/setFactor.ts'
import { refuse } from '../../model/edits/refusal.ts'
import type { Fix } from './fix.ts'

/** Grades a risk by the rule of the scheme; refuses without a rule or with factors missing. */
export const fixRiskWithoutLevel: Fix = (chart, { risks = [] }) => {
  const [risk] = risks
  return risk === undefined ? refuse('gone') : gradeByRule(chart, risk)
}
