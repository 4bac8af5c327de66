/** Unambiguous fixes for findings, one per rule, in `fixes/`. */
import type { Chart, Id } from '../model/chart.ts'
import type { Edit } from '../model/edits/refusal.ts'
import { refuse } from '../model/edits/refusal.ts'
import type { Finding } from './finding.ts'
import { fixDecisionUnlabelledExit } from './fixes/decisionUnlabelledExit.ts'
import { fixDuplicateFlowline } from './fixes/duplicateFlowline.ts'
import { fixDeadEnd, fixNoEnd, fixNoStart } from './fixes/ends.ts'
import { fixForkWithoutJoin } from './fixes/forkWithoutJoin.ts'
import type { Fix } from './fixes/fix.ts'
import { fixIntakeWithoutCorrection, fixIntakeWithoutRefusal } from './fixes/intakeExits.ts'
import { fixLeftoverPlaceholder } from './fixes/leftoverPlaceholder.ts'
import { fixMergedSteps } from './fixes/mergedSteps.ts'
import { fixRiskWithoutLevel } from './fixes/riskWithoutLevel.ts'
import { fixTwoPersons } from './fixes/twoPersons.ts'

export const fixes: Readonly<Record<string, Fix>> = {
  'no-start': fixNoStart,
  'no-end': fixNoEnd,
  'dead-end': fixDeadEnd,
  'decision-unlabelled-exit': fixDecisionUnlabelledExit,
  'fork-without-join': fixForkWithoutJoin,
  'duplicate-flowline': fixDuplicateFlowline,
  'merged-steps': fixMergedSteps,
  'leftover-placeholder': fixLeftoverPlaceholder,
  'intake-without-correction': fixIntakeWithoutCorrection,
  'intake-without-refusal': fixIntakeWithoutRefusal,
  'risk-without-level': fixRiskWithoutLevel,
  'two-persons': fixTwoPersons,
}

/** True if `fixFinding` would succeed for this finding in this chart. Changes nothing. */
export function mayFix(chart: Chart, finding: Finding): boolean {
  let made = 0
  return fixFinding(chart, finding, () => `trial ${(made += 1)}`).ok
}

/**
 * Decides the changes that fix a finding, as one edit. `newId` makes ids for new steps and flowlines.
 * Refuses if the fix is not unambiguous.
 */
export function fixFinding(chart: Chart, finding: Finding, newId: () => Id): Edit {
  const fix = Object.hasOwn(fixes, finding.rule) ? fixes[finding.rule] : undefined
  return fix ? fix(chart, finding, newId) : refuse('gone')
}
