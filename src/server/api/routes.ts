/** The API, whole: every route with its policy. */
import { caseRoutes } from './caseRoutes.ts'
import { catalogueHistoryRoutes } from './catalogueHistoryRoutes.ts'
import { catalogueRoutes } from './catalogueRoutes.ts'
import { chartRoutes } from './chartRoutes.ts'
import { exportRoute } from './exportRoute.ts'
import { linkRoutes } from './linkRoutes.ts'
import { peopleRoutes } from './peopleRoutes.ts'
import { publicationRoutes } from './publicationRoutes.ts'
import { reviewRoutes } from './reviewRoutes.ts'
import { revisionRoutes } from './revisionRoutes.ts'
import { controlRoutes } from './controlRoutes.ts'
import { riskRoutes } from './riskRoutes.ts'
import type { ApiRoute } from './route.ts'
import { sessionRoutes } from './sessionRoutes.ts'
import { warningRoutes } from './warningRoutes.ts'
import { unitLinkRoutes } from './unitLinkRoutes.ts'
import { unitRoutes } from './unitRoutes.ts'

export const routes: readonly ApiRoute[] = [
  ...chartRoutes,
  exportRoute,
  ...linkRoutes,
  ...unitLinkRoutes,
  ...revisionRoutes,
  ...reviewRoutes,
  ...publicationRoutes,
  ...peopleRoutes,
  ...sessionRoutes,
  ...catalogueRoutes,
  ...catalogueHistoryRoutes,
  ...caseRoutes,
  ...unitRoutes,
  ...controlRoutes,
  ...warningRoutes,
  ...riskRoutes,
]
