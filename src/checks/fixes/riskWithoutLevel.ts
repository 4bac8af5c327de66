import { gradeByRule } from '../../model/edits/setFactor.ts'
import { refuse } from '../../model/edits/refusal.ts'
import type { Fix } from './fix.ts'

/** Grades by the rule of the scheme, where it has one and the factors are chosen. */
export const fixRiskWithoutLevel: Fix = (chart, { risks = [] }) => {
  const [risk] = risks
  return risk === undefined ? refuse('gone') : gradeByRule(chart, risk)
}
