/** The whole library; ties are offered in this order. */
import { benefitTopics } from './benefitTopics.ts'
import { decisionTopics } from './decisionTopics.ts'
import { enforcementTopics } from './enforcementTopics.ts'
import { intakeTopics } from './intakeTopics.ts'
import { moneyTopics } from './moneyTopics.ts'
import { peopleTopics } from './peopleTopics.ts'
import { powerTopics } from './powerTopics.ts'
import { procurementTopics } from './procurementTopics.ts'
import { publicServiceTopics } from './publicServiceTopics.ts'
import { reviewTopics } from './reviewTopics.ts'
import { thingTopics } from './thingTopics.ts'
import type { RiskTopic } from './risk.ts'
import { worksTopics } from './worksTopics.ts'

export const riskTopics: readonly RiskTopic[] = [
  ...intakeTopics,
  ...reviewTopics,
  ...decisionTopics,
  ...enforcementTopics,
  ...benefitTopics,
  ...procurementTopics,
  ...moneyTopics,
  ...worksTopics,
  ...peopleTopics,
  ...thingTopics,
  ...publicServiceTopics,
  ...powerTopics,
]
