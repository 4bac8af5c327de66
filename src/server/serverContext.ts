/** What the routes work with: built once by `serve.ts`, handed to every route. */
import type { Access } from './access/access.ts'
import type { AccessPolicy } from './settings.ts'
import type { Tickets } from './access/tickets.ts'
import type { Controls } from './controls.ts'
import type { JobPool } from './jobs/jobPool.ts'
import type { History } from './history.ts'
import type { PublicationRenderer } from './publication/publicationRenderer.ts'
import type { Publishing } from './publication/publishing.ts'
import type { Quotas } from './quotas.ts'
import type { Reviews } from './reviews.ts'
import type { Risks } from './risks.ts'
import type { Rooms } from './rooms/rooms.ts'
import type { Warnings } from './warnings.ts'
import type { Store } from './store/tables.ts'

export interface ServerContext {
  readonly store: Store
  readonly rooms: Rooms
  readonly access: Access
  readonly tickets: Tickets
  readonly history: History
  readonly reviews: Reviews
  readonly controls: Controls
  readonly warnings: Warnings
  readonly risks: Risks
  readonly publishing: Publishing
  readonly renderer: PublicationRenderer
  readonly jobs: JobPool
  readonly quotas: Quotas
  /** ms since 1970 */
  readonly now: () => number
  readonly newId: () => string
  readonly whoMaySave: AccessPolicy['whoMaySave']
  /** ms without a request after which a session ends. */
  readonly sessionIdle: number
  readonly metricsToken: string | undefined
  /** What this server is called from outside, where the administrator has said it. */
  readonly publicUrl: string | undefined
  /** Addresses of proxies whose word about a request is taken. */
  readonly trustedProxies: readonly string[]
}
