/** The API, whole: every route with its policy. */
import { catalogueRoutes } from './catalogue.ts'
import { chartRoutes } from './charts.ts'
import { linkRoutes } from './links.ts'
import { peopleRoutes } from './people.ts'
import { publicationRoutes } from './publications.ts'
import { reviewRoutes } from './review.ts'
import { revisionRoutes } from './revisions.ts'
import type { ApiRoute } from './route.ts'
import { unitRoutes } from './unit.ts'

export const routes: readonly ApiRoute[] = [
  ...chartRoutes,
  ...linkRoutes,
  ...revisionRoutes,
  ...reviewRoutes,
  ...publicationRoutes,
  ...peopleRoutes,
  ...catalogueRoutes,
  ...unitRoutes,
]
