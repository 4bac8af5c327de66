/**
 * The whole server, built from its parts: store, access, rooms, history, routes,
 * sockets. `main.ts` starts it for people, the tests start it on a free port.
 */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { nanoid } from 'nanoid'
import type { Limits } from '../protocol/limits.ts'
import { limits as defaultLimits } from '../protocol/limits.ts'
import { openAccess } from './access/access.ts'
import { hashOf, newToken } from './access/secrets.ts'
import { openTickets } from './access/tickets.ts'
import type { ServerContext } from './api/serverContext.ts'
import { isOwnOrigin, serverApp } from './app.ts'
import { openCommands } from './commands.ts'
import { openHistory } from './history.ts'
import { openReviews } from './review.ts'
import { openPublicationRenderer } from './publication/publicationRenderer.ts'
import { openPublishing } from './publication/publishing.ts'
import { openRooms } from './rooms/rooms.ts'
import { attachSync } from './rooms/sync.ts'
import { openStore } from './store/store.ts'
import type { Store } from './store/tables.ts'

export interface ServerParts {
  readonly dataDir: string
  /** Folder of the built page. */
  readonly page: string
  readonly port: number
  readonly host: string
  readonly publicUrl?: string | undefined
  readonly limits?: Partial<Limits>
  readonly report?: (error: unknown) => void
}

export interface RunningServer {
  readonly port: number
  readonly office: ServerContext
  /** Token of the administrator's link, where this start has made it. */
  readonly administrator: string | undefined
  /** Everything is kept, then everything is closed. */
  readonly close: () => Promise<void>
}

const now = (): number => Date.now()

const newId = (): string => nanoid(10)

/** ms between two looks at what history has to keep. */
const everySoOften = 2000

/** ms that a chart stays in the bin: 30 days. */
const inBin = 30 * 24 * 3600 * 1000

/** Throws a StoreError, or what listening throws (EADDRINUSE). */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const limits: Limits = { ...defaultLimits, ...parts.limits }
  const report = parts.report ?? ((error: unknown) => console.error(error))
  const store = await openStore(parts.dataDir)
  const office = openOffice(store, { limits, now, publicUrl: parts.publicUrl, report })
  const app = serverApp({ page: parts.page, office, limits, report })
  const http = createServer(getRequestListener(app.fetch))
  attachSync(http, {
    rooms: office.rooms,
    limits,
    originAllowed: (origin, host) => isOwnOrigin(origin, host, parts.publicUrl),
    admit: async (chart, ticket) => admitted(office, chart, ticket),
  })
  try {
    await new Promise<void>((resolve, reject) => {
      http.once('error', reject)
      http.listen(parts.port, parts.host, resolve)
    })
    const administrator = await administratorLink(store, now)
    const stop = keepHouse(office, report)
    return {
      port: (http.address() as AddressInfo).port,
      office,
      administrator,
      close: async () => {
        stop()
        await office.history.close().catch(report)
        await office.rooms.close()
        await office.press.close()
        http.closeAllConnections()
        await new Promise((resolve) => http.close(resolve))
        await store.close()
      },
    }
  } catch (error) {
    await office.rooms.close()
    await store.close()
    throw error
  }
}

interface OfficeParts {
  readonly limits: Limits
  readonly now: () => number
  readonly publicUrl: string | undefined
  readonly report: (error: unknown) => void
}

function openOffice(store: Store, { limits, now, publicUrl, report }: OfficeParts): ServerContext {
  const access = openAccess(store, now)
  const rooms = openRooms({
    log: store.log,
    limits,
    now,
    roleOf: access.roleOf,
    report,
    onCommit: (chart, person) => history.changed(chart, person),
    command: async (visitor, chart, body) => commands(chart, visitor, body),
  })
  const history = openHistory({ store, chart: rooms.chart, now, newId })
  const reviews = openReviews({
    kept: store.review,
    history,
    now,
    tell: (chart, event, seq) => rooms.notify(chart, { about: 'review', seq, event }),
  })
  const commands = openCommands({ reviews })
  const press = openPublicationRenderer()
  const publishing = openPublishing({ store, press, chart: rooms.chart, now, newId, history })
  return {
    store,
    rooms,
    access,
    history,
    reviews,
    publishing,
    press,
    now,
    newId,
    publicUrl,
    tickets: openTickets(now, limits.ticket),
  }
}

async function admitted(office: ServerContext, chart: string, ticket: string) {
  const caller = office.tickets.take(ticket, chart)
  if (!caller) return { status: 401 as const }
  if (office.rooms.isFull(chart)) return { status: 429 as const }
  const role = await office.access.roleOf(caller.id, chart)
  if (role === undefined) return { status: 403 as const }
  const kept = await office.store.charts.find(chart)
  if (!kept || kept.deletedAt !== undefined) return { status: 404 as const }
  const { id: person, name } = caller
  return { visitor: { person, name, post: caller.kind === 'person' ? caller.post : '', role } }
}

/** Made at the first start only. */
async function administratorLink(store: Store, now: () => number): Promise<string | undefined> {
  const before = await store.links.list(undefined)
  if (before.some((link) => link.revokedAt === undefined)) return undefined
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

function keepHouse(office: ServerContext, report: (error: unknown) => void): () => void {
  const often = setInterval(() => void office.history.tick().catch(report), everySoOften)
  const purge = () => void office.store.charts.purge(office.now() - inBin).catch(report)
  purge()
  const daily = setInterval(purge, 24 * 3600 * 1000)
  return () => {
    clearInterval(often)
    clearInterval(daily)
  }
}
