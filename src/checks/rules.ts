/** All rules, in report order: drawing, omissions, time, duties. */
import type { Rule } from './finding.ts'
import { alikeSteps } from './rules/alikeSteps.ts'
import { applyAndApprove } from './rules/applyAndApprove.ts'
import { approveAndPay } from './rules/approveAndPay.ts'
import { belowMinimumLength } from './rules/belowMinimumLength.ts'
import { copiedExample } from './rules/copiedExample.ts'
import { custodyAndBookkeeping } from './rules/custodyAndBookkeeping.ts'
import { deadEnd } from './rules/deadEnd.ts'
import { decisionOneExit } from './rules/decisionOneExit.ts'
import { decisionUnlabelledExit } from './rules/decisionUnlabelledExit.ts'
import { duplicateFlowline } from './rules/duplicateFlowline.ts'
import { duplicateStep } from './rules/duplicateStep.ts'
import { decideAndExecute } from './rules/decideAndExecute.ts'
import { educationOnlyMeasure } from './rules/educationOnlyMeasure.ts'
import { fineAndCollect } from './rules/fineAndCollect.ts'
import { handleAndDecide } from './rules/handleAndDecide.ts'
import { hearingByInvestigator } from './rules/hearingByInvestigator.ts'
import { highRiskWithoutMeasure } from './rules/highRiskWithoutMeasure.ts'
import { intakeWithoutCorrection } from './rules/intakeWithoutCorrection.ts'
import { intakeWithoutRefusal } from './rules/intakeWithoutRefusal.ts'
import { investigateDecideExecute } from './rules/investigateDecideExecute.ts'
import { leftoverPlaceholder } from './rules/leftoverPlaceholder.ts'
import { loopWithoutExit } from './rules/loopWithoutExit.ts'
import { majorMatterNotCollective } from './rules/majorMatterNotCollective.ts'
import { mergedSteps } from './rules/mergedSteps.ts'
import { noEnd } from './rules/noEnd.ts'
import { noStart } from './rules/noStart.ts'
import { noSupervisionPhone } from './rules/noSupervisionPhone.ts'
import { onePostForAll } from './rules/onePostForAll.ts'
import { penaltyWithoutDefence } from './rules/penaltyWithoutDefence.ts'
import { penaltyWithoutLegalReview } from './rules/penaltyWithoutLegalReview.ts'
import { penaltyWithoutNotice } from './rules/penaltyWithoutNotice.ts'
import { promisedLimitExceeded } from './rules/promisedLimitExceeded.ts'
import { promisedOverStatutory } from './rules/promisedOverStatutory.ts'
import { publicityWithoutLength } from './rules/publicityWithoutLength.ts'
import { publicityWithoutObjection } from './rules/publicityWithoutObjection.ts'
import { purchaseAndAccept } from './rules/purchaseAndAccept.ts'
import { riskWithoutLevel } from './rules/riskWithoutLevel.ts'
import { riskWithoutResponsible } from './rules/riskWithoutResponsible.ts'
import { statutoryLimitExceeded } from './rules/statutoryLimitExceeded.ts'
import { stepWithoutLimit } from './rules/stepWithoutLimit.ts'
import { stepWithoutPost } from './rules/stepWithoutPost.ts'
import { superviseAndPurchase } from './rules/superviseAndPurchase.ts'
import { twoPersons } from './rules/twoPersons.ts'
import { unreachableStep } from './rules/unreachableStep.ts'
import { vagueName } from './rules/vagueName.ts'

export const rules: readonly Rule[] = [
  noStart,
  noEnd,
  unreachableStep,
  deadEnd,
  loopWithoutExit,
  decisionOneExit,
  decisionUnlabelledExit,
  duplicateFlowline,
  duplicateStep,
  alikeSteps,
  vagueName,
  mergedSteps,
  leftoverPlaceholder,
  copiedExample,
  stepWithoutPost,
  stepWithoutLimit,
  intakeWithoutCorrection,
  intakeWithoutRefusal,
  publicityWithoutLength,
  publicityWithoutObjection,
  highRiskWithoutMeasure,
  educationOnlyMeasure,
  riskWithoutLevel,
  riskWithoutResponsible,
  noSupervisionPhone,
  penaltyWithoutNotice,
  penaltyWithoutDefence,
  penaltyWithoutLegalReview,
  majorMatterNotCollective,
  promisedLimitExceeded,
  statutoryLimitExceeded,
  promisedOverStatutory,
  belowMinimumLength,
  investigateDecideExecute,
  applyAndApprove,
  handleAndDecide,
  decideAndExecute,
  purchaseAndAccept,
  approveAndPay,
  hearingByInvestigator,
  fineAndCollect,
  custodyAndBookkeeping,
  superviseAndPurchase,
  onePostForAll,
  twoPersons,
]
