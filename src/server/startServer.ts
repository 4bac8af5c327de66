/**
 * Builds the whole server: store, access, rooms, history, routes, sockets. Called by `main.ts`
 * and, on a free port, by the tests.
 */
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { nanoid } from 'nanoid'
import type { Limits } from '../protocol/limits.ts'
import { limits as defaultLimits } from '../protocol/limits.ts'
import { openAccess } from './access/access.ts'
import type { AccessPolicy } from './settings.ts'
import { isGood } from './access/linkRights.ts'
import { hashOf, newToken } from './access/secrets.ts'
import { openTickets } from './access/tickets.ts'
import type { ServerContext } from './serverContext.ts'
import { isOwnOrigin, serverApp } from './app.ts'
import { listenerOf, prefixOf, withoutPrefix } from './listener.ts'
import type { TlsFiles } from './settings.ts'
import { scheduleBackups } from './scheduleBackups.ts'
import { watchEndedLinks } from './watchEndedLinks.ts'
import { openCommands } from './openCommands.ts'
import { openHistory } from './history.ts'
import { openReviews } from './reviews.ts'
import { openPublicationRenderer } from './publication/publicationRenderer.ts'
import { openPublishing } from './publication/publishing.ts'
import { openRooms } from './rooms/rooms.ts'
import { attachSync } from './rooms/attachSync.ts'
import { openStore } from './store/openStore.ts'
import { scopeOf } from './store/linkTable.ts'
import type { KeptLink, Store } from './store/tables.ts'

export interface ServerParts {
  readonly dataDir: string
  /** Folder of the built page. */
  readonly page: string
  readonly port: number
  readonly host: string
  readonly publicUrl?: string | undefined
  readonly trustedProxies?: readonly string[]
  readonly tls?: TlsFiles | undefined
  /** Folder of the daily backups. */
  readonly backupDir?: string | undefined
  readonly access?: Partial<AccessPolicy>
  readonly limits?: Partial<Limits>
  readonly report?: (error: unknown) => void
}

export interface RunningServer {
  readonly port: number
  readonly context: ServerContext
  /** Token of the administrator's link, where this start has made it. */
  readonly administrator: string | undefined
  /** Stores everything pending, then closes all connections and the store. */
  readonly close: () => Promise<void>
}

const now = (): number => Date.now()

const elapsed = (): number => performance.now()

const newId = (): string => nanoid(10)

/** ms between two runs of `History.tick`. */
const historyInterval = 2000

/** ms that a chart stays in the bin: 30 days. */
const inBin = 30 * 24 * 3600 * 1000

/** Starts listening. Rejects with a StoreError, or with the error of `listen` (EADDRINUSE). */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const limits: Limits = { ...defaultLimits, ...parts.limits }
  const report = parts.report ?? ((error: unknown) => console.error(error))
  const store = await openStore(parts.dataDir)
  const policy = { ...defaultPolicy, ...parts.access }
  const context = openOffice(store, { limits, now, publicUrl: parts.publicUrl, policy, report })
  const { trustedProxies = [] } = parts
  const app = serverApp({ page: parts.page, context, limits, trustedProxies, report })
  const http = listenerOf(parts.tls, withoutPrefix(prefixOf(parts.publicUrl), getRequestListener(app.fetch)))
  attachSync(http, {
    rooms: context.rooms,
    limits,
    prefix: prefixOf(parts.publicUrl),
    originAllowed: (origin, host, ticket) =>
      isOwnOrigin(origin, host, parts.publicUrl) || context.tickets.originOf(ticket) === origin,
    admit: async (chart, ticket) => admitted(context, chart, ticket),
  })
  try {
    await new Promise<void>((resolve, reject) => {
      http.once('error', reject)
      http.listen(parts.port, parts.host, resolve)
    })
    const administrator = await administratorLink(store, now)
    void context.history.catchUp().catch(report)
    const stop = startMaintenance(context, report)
    const { dataDir, backupDir } = parts
    const stopBackups = backupDir && scheduleBackups({ dataDir, backupDir, now, report })
    return {
      port: (http.address() as AddressInfo).port,
      context,
      administrator,
      close: async () => {
        stop()
        if (stopBackups) await stopBackups()
        await context.history.close().catch(report)
        await context.rooms.close()
        await context.renderer.close()
        http.closeAllConnections()
        await new Promise((resolve) => http.close(resolve))
        await store.close()
      },
    }
  } catch (error) {
    await context.rooms.close()
    await store.close()
    throw error
  }
}

/** As `readSettings` has it without settings. */
const defaultPolicy: AccessPolicy = { whoMaySave: 'links', sessionIdle: 90 * 24 * 3_600_000 }

interface OfficeParts {
  readonly policy: AccessPolicy
  readonly limits: Limits
  readonly now: () => number
  readonly publicUrl: string | undefined
  readonly report: (error: unknown) => void
}

function openOffice(store: Store, { limits, now, publicUrl, policy, report }: OfficeParts): ServerContext {
  const access = openAccess(store, now, elapsed, policy)
  const rooms = openRooms({
    log: store.log,
    limits,
    now,
    elapsed,
    roleOf: access.roleOf,
    report,
    onCommit: (chart, person) => history.changed(chart, person),
    newId,
    command: async (participant, chart, body) => commands(chart, participant, body),
  })
  const history = openHistory({ store, chart: rooms.chart, now, elapsed, newId })
  const reviews = openReviews({
    kept: store.review,
    history,
    now,
    tell: (chart, event, seq) => rooms.notify(chart, { about: 'review', seq, event }),
  })
  const commands = openCommands({ reviews })
  const renderer = openPublicationRenderer()
  const publishing = openPublishing({
    store,
    renderer,
    chart: rooms.chart,
    refusedFields: rooms.refusedFields,
    now,
    newId,
    history,
  })
  return {
    store,
    rooms,
    access,
    history,
    reviews,
    publishing,
    renderer,
    now,
    newId,
    publicUrl,
    ...policy,
    tickets: openTickets(elapsed, limits.ticket),
  }
}

async function admitted(context: ServerContext, chart: string, ticket: string) {
  const caller = context.tickets.take(ticket, chart)
  if (!caller) return { status: 401 as const }
  if (context.rooms.isFull(chart)) return { status: 429 as const }
  const role = await context.access.roleOf(caller.id, chart)
  if (role === undefined) return { status: 403 as const }
  const kept = await context.store.charts.find(chart)
  if (!kept || kept.deletedAt !== undefined) return { status: 404 as const }
  const { id: person, name } = caller
  if (caller.kind === 'script') return { participant: { person, name, post: '', role } }
  return { participant: { person, name, post: caller.post, role, session: caller.session } }
}

/** Made where no good one is left: at the first start, or after the last has run out. */
async function administratorLink(store: Store, now: () => number): Promise<string | undefined> {
  const before = await store.links.list(undefined)
  const isAdministrators = (link: KeptLink) => scopeOf(link) === 'administrator' && isGood(link, now())
  if (before.some(isAdministrators)) return undefined
  const token = newToken()
  await store.links.create({
    id: randomUUID(),
    hash: hashOf(token),
    role: 'owner',
    name: '',
    createdAt: now(),
  })
  return token
}

function startMaintenance(context: ServerContext, report: (error: unknown) => void): () => void {
  const often = setInterval(() => void context.history.tick().catch(report), historyInterval)
  const stopWatching = watchEndedLinks(context, report)
  const purge = () => void context.store.charts.purge(context.now() - inBin).catch(report)
  purge()
  const daily = setInterval(purge, 24 * 3600 * 1000)
  return () => {
    clearInterval(often)
    clearInterval(daily)
    stopWatching()
  }
}
