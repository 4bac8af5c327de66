/** The whole library, in the order in which equals are offered. */
import { benefitTopics } from './benefits.ts'
import { decisionTopics } from './decision.ts'
import { enforcementTopics } from './enforcement.ts'
import { intakeTopics } from './intake.ts'
import { moneyTopics } from './money.ts'
import { peopleTopics } from './people.ts'
import { powerTopics } from './powers.ts'
import { procurementTopics } from './procurement.ts'
import { reviewTopics } from './review.ts'
import { thingTopics } from './things.ts'
import type { RiskTopic } from './topic.ts'
import { worksTopics } from './works.ts'

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
  ...powerTopics,
]
