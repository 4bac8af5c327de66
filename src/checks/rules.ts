/** All rules, in report order: drawing, omissions, procedure, time, duties. */
import type { Rule } from './finding.ts'
import { acceptAndKeep } from './rules/acceptAndKeep.ts'
import { acceptedBeforeDone } from './rules/acceptedBeforeDone.ts'
import { alikeSteps } from './rules/alikeSteps.ts'
import { allotAndEvaluate } from './rules/allotAndEvaluate.ts'
import { applyAndApprove } from './rules/applyAndApprove.ts'
import { approveAndPay } from './rules/approveAndPay.ts'
import { belowMinimumLength } from './rules/belowMinimumLength.ts'
import { buildAndAccept } from './rules/buildAndAccept.ts'
import { circulatedNotMet } from './rules/circulatedNotMet.ts'
import { copiedExample } from './rules/copiedExample.ts'
import { custodyAndBookkeeping } from './rules/custodyAndBookkeeping.ts'
import { deadEnd } from './rules/deadEnd.ts'
import { decideAndExecute } from './rules/decideAndExecute.ts'
import { decisionOneExit } from './rules/decisionOneExit.ts'
import { decisionUnlabelledExit } from './rules/decisionUnlabelledExit.ts'
import { decisionWithoutLegality } from './rules/decisionWithoutLegality.ts'
import { defaultLimitExceeded } from './rules/defaultLimitExceeded.ts'
import { duplicateFlowline } from './rules/duplicateFlowline.ts'
import { duplicateStep } from './rules/duplicateStep.ts'
import { educationOnlyMeasure } from './rules/educationOnlyMeasure.ts'
import { executedBeforeApproval } from './rules/executedBeforeApproval.ts'
import { fineAndCollect } from './rules/fineAndCollect.ts'
import { forceWithoutDemand } from './rules/forceWithoutDemand.ts'
import { forceWithoutHearing } from './rules/forceWithoutHearing.ts'
import { forkWithoutJoin } from './rules/forkWithoutJoin.ts'
import { handleAndDecide } from './rules/handleAndDecide.ts'
import { hearingByInvestigator } from './rules/hearingByInvestigator.ts'
import { hearingNoticeTooLate } from './rules/hearingNoticeTooLate.ts'
import { highRiskWithoutMeasure } from './rules/highRiskWithoutMeasure.ts'
import { hollowMeasure } from './rules/hollowMeasure.ts'
import { hollowRisk } from './rules/hollowRisk.ts'
import { intakeAndDelivery } from './rules/intakeAndDelivery.ts'
import { intakeWithoutCorrection } from './rules/intakeWithoutCorrection.ts'
import { intakeWithoutRefusal } from './rules/intakeWithoutRefusal.ts'
import { interestedPartyNotTold } from './rules/interestedPartyNotTold.ts'
import { investigateDecideExecute } from './rules/investigateDecideExecute.ts'
import { joinWithoutFork } from './rules/joinWithoutFork.ts'
import { judgeAndDecide } from './rules/judgeAndDecide.ts'
import { leftoverPlaceholder } from './rules/leftoverPlaceholder.ts'
import { limitNotRead } from './rules/limitNotRead.ts'
import { loopWithoutExit } from './rules/loopWithoutExit.ts'
import { majorMatterNotCollective } from './rules/majorMatterNotCollective.ts'
import { mergedSteps } from './rules/mergedSteps.ts'
import { noEnd } from './rules/noEnd.ts'
import { noStart } from './rules/noStart.ts'
import { noSupervisionPhone } from './rules/noSupervisionPhone.ts'
import { onePostForAll } from './rules/onePostForAll.ts'
import { panelSize } from './rules/panelSize.ts'
import { penaltyNotPublished } from './rules/penaltyNotPublished.ts'
import { penaltyWithoutDefence } from './rules/penaltyWithoutDefence.ts'
import { penaltyWithoutLegalReview } from './rules/penaltyWithoutLegalReview.ts'
import { penaltyWithoutNotice } from './rules/penaltyWithoutNotice.ts'
import { prepareAndReview } from './rules/prepareAndReview.ts'
import { promisedLimitExceeded } from './rules/promisedLimitExceeded.ts'
import { promisedOverStatutory } from './rules/promisedOverStatutory.ts'
import { publicityAfterEffect } from './rules/publicityAfterEffect.ts'
import { publicityWithoutLength } from './rules/publicityWithoutLength.ts'
import { publicityWithoutObjection } from './rules/publicityWithoutObjection.ts'
import { purchaseAndAccept } from './rules/purchaseAndAccept.ts'
import { reconsiderationFirst } from './rules/reconsiderationFirst.ts'
import { refusalWithoutReasons } from './rules/refusalWithoutReasons.ts'
import { riskWithoutLevel } from './rules/riskWithoutLevel.ts'
import { risksByOnePerson } from './rules/risksByOnePerson.ts'
import { riskWithoutResponsible } from './rules/riskWithoutResponsible.ts'
import { statutoryLimitExceeded } from './rules/statutoryLimitExceeded.ts'
import { stepLimitExceeded } from './rules/stepLimitExceeded.ts'
import { stepWithoutLimit } from './rules/stepWithoutLimit.ts'
import { stepWithoutPost } from './rules/stepWithoutPost.ts'
import { superviseAndPurchase } from './rules/superviseAndPurchase.ts'
import { tooFewAtMeeting } from './rules/tooFewAtMeeting.ts'
import { tooFewSuppliers } from './rules/tooFewSuppliers.ts'
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
  forkWithoutJoin,
  joinWithoutFork,
  duplicateFlowline,
  duplicateStep,
  alikeSteps,
  vagueName,
  mergedSteps,
  leftoverPlaceholder,
  copiedExample,
  stepWithoutPost,
  stepWithoutLimit,
  limitNotRead,
  intakeWithoutCorrection,
  intakeWithoutRefusal,
  intakeAndDelivery,
  refusalWithoutReasons,
  interestedPartyNotTold,
  publicityWithoutLength,
  publicityWithoutObjection,
  publicityAfterEffect,
  highRiskWithoutMeasure,
  educationOnlyMeasure,
  hollowMeasure,
  hollowRisk,
  riskWithoutLevel,
  riskWithoutResponsible,
  risksByOnePerson,
  noSupervisionPhone,
  penaltyWithoutNotice,
  penaltyWithoutDefence,
  penaltyWithoutLegalReview,
  penaltyNotPublished,
  reconsiderationFirst,
  forceWithoutDemand,
  forceWithoutHearing,
  decisionWithoutLegality,
  majorMatterNotCollective,
  circulatedNotMet,
  tooFewAtMeeting,
  executedBeforeApproval,
  acceptedBeforeDone,
  promisedLimitExceeded,
  statutoryLimitExceeded,
  defaultLimitExceeded,
  promisedOverStatutory,
  stepLimitExceeded,
  hearingNoticeTooLate,
  belowMinimumLength,
  panelSize,
  tooFewSuppliers,
  investigateDecideExecute,
  applyAndApprove,
  handleAndDecide,
  prepareAndReview,
  judgeAndDecide,
  decideAndExecute,
  allotAndEvaluate,
  purchaseAndAccept,
  buildAndAccept,
  acceptAndKeep,
  approveAndPay,
  hearingByInvestigator,
  fineAndCollect,
  custodyAndBookkeeping,
  superviseAndPurchase,
  onePostForAll,
  twoPersons,
]
