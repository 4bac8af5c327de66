/** All templates in gallery order: external powers first, then internal ones. Large: import lazily. */
import { appointment } from './appointment.ts'
import { compulsion } from './compulsion.ts'
import { confirmation } from './confirmation.ts'
import { disclosure } from './disclosure.ts'
import { disposal } from './disposal.ts'
import { reward } from './reward.ts'
import { adjudication } from './adjudication.ts'
import { enforcement } from './enforcement.ts'
import { publicDecision } from './publicDecision.ts'
import { collectiveDecision } from './collectiveDecision.ts'
import { budget } from './budget.ts'
import { specialFunds } from './specialFunds.ts'
import { contract } from './contract.ts'
import { reception } from './reception.ts'
import { civilService } from './civilService.ts'
import { studentAid } from './studentAid.ts'
import { enrolment } from './enrolment.ts'
import { drugPurchase } from './drugPurchase.ts'
import { researchFunds } from './researchFunds.ts'
import { inspection } from './inspection.ts'
import { levy } from './levy.ts'
import { licensing } from './licensing.ts'
import { openTender } from './openTender.ts'
import { payment } from './payment.ts'
import { penalty } from './penalty.ts'
import { petition } from './petition.ts'
import { recruitment } from './recruitment.ts'
import { reimbursement } from './reimbursement.ts'
import { seal } from './seal.ts'
import { smallPurchase } from './smallPurchase.ts'
import { summaryPenalty } from './summaryPenalty.ts'
import type { Template } from './template.ts'
import { vehicle } from './vehicle.ts'
import { works } from './works.ts'

export const templates: readonly Template[] = [
  licensing,
  penalty,
  summaryPenalty,
  compulsion,
  enforcement,
  levy,
  inspection,
  payment,
  confirmation,
  reward,
  adjudication,
  disclosure,
  petition,
  publicDecision,
  enrolment,
  collectiveDecision,
  openTender,
  smallPurchase,
  drugPurchase,
  budget,
  specialFunds,
  reimbursement,
  reception,
  researchFunds,
  studentAid,
  works,
  appointment,
  civilService,
  recruitment,
  seal,
  contract,
  vehicle,
  disposal,
]
