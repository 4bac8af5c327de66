/** All templates in gallery order: external powers first, then internal ones. Large: import lazily. */
import { appointment } from './appointment.ts'
import { compulsion } from './compulsion.ts'
import { confirmation } from './confirmation.ts'
import { disclosure } from './disclosure.ts'
import { disposal } from './disposal.ts'
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
  levy,
  inspection,
  payment,
  confirmation,
  disclosure,
  petition,
  openTender,
  smallPurchase,
  reimbursement,
  works,
  appointment,
  recruitment,
  seal,
  vehicle,
  disposal,
]
