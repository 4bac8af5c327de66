/**
 * Builds the whole server: store, access, rooms, history, routes, sockets. Called by `main.ts`
 * and, on a free port, by the tests.
 */
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { nanoid } from 'nanoid'
import { localTimeOf } from '../model/cases/localTimeOf.ts'
import type { Limits } from '../protocol/limits.ts'
import { limits as defaultLimits } from '../protocol/limits.ts'
import { addressOf } from './addressOf.ts'
import { openAccess } from './access/access.ts'
import type { AccessPolicy } from './settings.ts'
import { administratorLink } from './access/administratorLink.ts'
import { openTickets } from './access/tickets.ts'
import { refreshSummaries } from './api/catalogueCharts.ts'
import type { ServerContext } from './serverContext.ts'
import { isOwnOrigin, serverApp } from './app.ts'
import { listenerOf, prefixOf, withoutPrefix } from './listener.ts'
import type { TlsFiles } from './settings.ts'
import { scheduleBackups } from './scheduleBackups.ts'
import { watchEndedLinks } from './watchEndedLinks.ts'
import { openControlOffice } from './openControlOffice.ts'
import { openCommands } from './openCommands.ts'
import { openHealth } from './health.ts'
import { openHistory } from './history.ts'
import { workFor } from './jobs/asker.ts'
import { openJobPool, type JobPool } from './jobs/jobPool.ts'
import { openQuotas } from './quotas.ts'
import { unsettled } from '../model/review/review.ts'
import { mattersToAnswer, openFindings } from './publication/openFindings.ts'
import { openReviews } from './reviews.ts'
import { openServerStore } from './openServerStore.ts'
import { openPublicationRenderer } from './publication/publicationRenderer.ts'
import { openPublishing } from './publication/publishing.ts'
import { openRooms, type RoomsParts } from './rooms/rooms.ts'
import { attachSync } from './rooms/attachSync.ts'
import { keptFor } from './store/kept.ts'
import type { Store } from './store/tables.ts'

export interface ServerParts {
  readonly dataDir: string
  /** postgres://…: everything is kept there instead of in `dataDir`. */
  readonly databaseUrl?: string | undefined
  /** Wait for the end of another server on the same database. */
  readonly standby?: boolean
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
  /** Resolves if the server cannot go on: the process should end, and be started anew. */
  readonly died: Promise<Error>
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
  const store = await openServerStore(parts)
  const policy = { ...defaultPolicy, ...parts.access }
  const { publicUrl, trustedProxies = [] } = parts
  const context = openOffice(store, { limits, now, publicUrl, trustedProxies, policy, report })
  const writesTo = parts.databaseUrl === undefined ? parts.dataDir : undefined
  const health = openHealth({ store, jobs: context.jobs, dataDir: writesTo, now: elapsed })
  const app = serverApp({ page: parts.page, context, limits, trustedProxies, report, health })
  const answers = getRequestListener(app.fetch, { autoCleanupIncoming: false })
  const listener: RequestListener = (request, response) => {
    if (!polling(request, response)) void answers(request, response)
  }
  const http = listenerOf(parts.tls, withoutPrefix(prefixOf(parts.publicUrl), listener))
  const polling = attachSync(http, {
    rooms: context.rooms,
    limits,
    addressOf: (request) => addressOf(request, trustedProxies),
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
    const stop = startMaintenance(context, policy.casesKept, report)
    const { dataDir, databaseUrl, backupDir } = parts
    const stopBackups = backupDir && scheduleBackups({ dataDir, databaseUrl, backupDir, now, report })
    return {
      port: (http.address() as AddressInfo).port,
      context,
      administrator,
      died: store.died,
      close: async () => {
        stop()
        if (stopBackups) await stopBackups()
        await atMost(stopping, context.history.close()).catch(report)
        await context.jobs.close()
        await context.rooms.close()
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
const defaultPolicy: AccessPolicy = {
  whoMaySave: 'links',
  sessionIdle: 90 * 24 * 3_600_000,
  casesKept: 1095 * 24 * 3_600_000,
  metricsToken: undefined,
}
/** ms for the revisions that are due when the server stops; what is not made then is made when the chart changes next. */
const stopping = 2000

async function atMost(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, over])
  clearTimeout(timer)
}

interface OfficeParts {
  readonly policy: AccessPolicy
  readonly limits: Limits
  readonly now: () => number
  readonly publicUrl: string | undefined
  readonly trustedProxies: readonly string[]
  readonly report: (error: unknown) => void
}

/** Under the chart's own name: whoever made the deletion may have jobs that wait. */
function fileWriter(jobs: JobPool): RoomsParts['writtenElsewhere'] {
  return async (chart, state) => workFor(`chart:${chart}`, async () => jobs.run('chartFile', { state }))
}

function errorsOf(found: Awaited<ReturnType<typeof openFindings>>): number {
  return found.filter(({ severity }) => severity === 'error').length
}

function openOffice(store: Store, parts: OfficeParts): ServerContext {
  const { limits, now, policy, report } = parts
  const access = openAccess(store, now, elapsed, policy)
  const jobs = openJobPool({ limits, now: elapsed })
  const rooms = openRooms({
    log: store.log,
    limits,
    now,
    elapsed,
    roleOf: access.roleOf,
    report,
    onCommit: (chart, person) => history.changed(chart, person),
    newId,
    writtenElsewhere: fileWriter(jobs),
    command: async (participant, chart, body) => commands(chart, participant, body),
  })
  const history = openHistory({ store, state: rooms.state, jobs, now, elapsed, newId })
  const reviews = openReviews({
    kept: store.review,
    history,
    now,
    errorsIn: async (chart) => errorsOf(await openFindings({ jobs, state: rooms.state }, chart)),
    tell: (chart, event, seq) => rooms.notify(chart, { about: 'review', seq, event }),
  })
  const commands = openCommands({ reviews })
  const renderer = openPublicationRenderer(jobs)
  const publishing = openPublishing({
    store,
    renderer,
    state: rooms.state,
    openMatters: async (chart) =>
      mattersToAnswer(
        await openFindings({ jobs, state: rooms.state }, chart),
        unsettled(await reviews.of(chart)).length,
      ),
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
    ...openControlOffice({ store, state: rooms.state, jobs, now, newId }),
    publishing,
    renderer,
    jobs,
    quotas: openQuotas({ limits, now: elapsed }),
    now,
    newId,
    publicUrl: parts.publicUrl,
    trustedProxies: parts.trustedProxies,
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

/** ms between two looks at what the catalogue does not know yet. */
const refreshing = 15_000

/** Looks only after something was changed, and once after the start; never twice at once. */
function refresher(context: ServerContext, report: (error: unknown) => void) {
  let seen = -1
  let isRunning = false
  const look = async () => {
    const changes = context.history.noted()
    if (isRunning || changes === seen) return
    isRunning = true
    seen = changes
    await Promise.all([refreshSummaries(context), context.controls.refresh()])
      .catch(report)
      .finally(() => (isRunning = false))
  }
  const timer = setInterval(() => void look(), refreshing)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}

function startMaintenance(
  context: ServerContext,
  casesKept: number,
  report: (error: unknown) => void,
): () => void {
  const often = setInterval(() => void context.history.tick().catch(report), historyInterval)
  const stopWatching = watchEndedLinks(context, report)
  const refresh = refresher(context, report)
  const purge = async () => {
    const { cases, charts, log, revisions } = context.store
    await charts.purge(context.now() - inBin)
    await log.pruneJournal(context.now() - keptFor)
    await revisions.prune(context.now() - keptFor)
    await cases.prune(localTimeOf(context.now() - casesKept))
  }
  const purgeNow = () => void purge().catch(report)
  purgeNow()
  const daily = setInterval(purgeNow, 24 * 3600 * 1000)
  return () => {
    clearInterval(often)
    refresh.stop()
    clearInterval(daily)
    stopWatching()
  }
}
