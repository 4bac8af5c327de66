/** Handles WebSocket upgrades at `/sync/<chartId>?ticket=…`. */
import type { IncomingMessage, Server } from 'node:http'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Limits } from '../../protocol/limits.ts'
import type { Entered, PollingSync } from './pollingSync.ts'
import { openPollingSync } from './pollingSync.ts'
import type { Rooms } from './rooms.ts'
import type { Participant } from './participant.ts'

export type Admission = { readonly participant: Participant } | { readonly status: 401 | 403 | 404 | 429 }

export interface SyncParts {
  readonly rooms: Pick<Rooms, 'join' | 'isFull'>
  /** Redeems a ticket. */
  readonly admit: (chart: string, ticket: string) => Promise<Admission>
  readonly limits: Pick<Limits, 'frame' | 'connectionsPerPerson' | 'connectionsPerAddress'>
  /** Whether a page of this origin may connect with this ticket; not called for programs, which send no Origin. */
  readonly originAllowed: (origin: string, host: string | undefined, ticket: string) => boolean
  /** For the count of connections of one address. */
  readonly addressOf: (request: IncomingMessage) => string
  /** Path in front of `/sync`, where the proxy leaves it in. */
  readonly prefix?: string
}

/**
 * Handles all upgrades of the server; a refused one gets an HTTP status. Returns what answers the
 * same people over plain requests, where a proxy lets no upgrade through.
 */
export function attachSync(server: Server, parts: SyncParts): PollingSync {
  const prefix = parts.prefix ?? ''
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: parts.limits.frame,
    perMessageDeflate: false,
  })
  const open = openCounts()
  const isOver = ([person, address]: readonly [string, string]) =>
    open.of(person) >= parts.limits.connectionsPerPerson ||
    open.of(address) >= parts.limits.connectionsPerAddress
  const enter = async (
    request: IncomingMessage,
    chart: string,
    ticket: string,
  ): Promise<Entered | number> => {
    const found = await admission(request, chart, ticket, parts)
    if ('status' in found) return found.status
    const counted = [`person:${found.participant.person}`, `address:${parts.addressOf(request)}`] as const
    if (isOver(counted)) return 429
    return {
      join: (socket) => {
        for (const key of counted) open.add(key)
        socket.once('close', () => {
          for (const key of counted) open.remove(key)
        })
        parts.rooms.join(chart, found.participant, socket)
      },
    }
  }
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Without a listener a connection that is cut here would end the process.
    socket.on('error', () => socket.destroy())
    const { chart, ticket } = asked(request, prefix)
    void enter(request, chart, ticket).then(
      (entered) => {
        if (typeof entered === 'number') return refuse(socket, entered)
        sockets.handleUpgrade(request, socket, head, entered.join)
      },
      () => refuse(socket, 500),
    )
  })
  return openPollingSync({ enter, limit: parts.limits.frame, prefix })
}

/** How many there are of each key now. */
function openCounts() {
  const counts = new Map<string, number>()
  const of = (key: string) => counts.get(key) ?? 0
  return {
    of,
    add: (key: string) => void counts.set(key, of(key) + 1),
    remove: (key: string) => {
      if (of(key) > 1) counts.set(key, of(key) - 1)
      else counts.delete(key)
    },
  }
}

interface Asked {
  /** Empty where the address is not one of a chart. */
  readonly chart: string
  readonly ticket: string
}

function asked({ url = '' }: IncomingMessage, prefix: string): Asked {
  const [path = '', query = ''] = url.split('?', 2)
  const [, chart = ''] =
    /^\/sync\/([\w-]+)$/.exec(path.startsWith(prefix) ? path.slice(prefix.length) : path) ?? []
  return { chart, ticket: new URLSearchParams(query).get('ticket') ?? '' }
}

async function admission(
  { headers }: IncomingMessage,
  chart: string,
  ticket: string,
  { admit, originAllowed, rooms }: SyncParts,
): Promise<Admission> {
  if (chart === '') return { status: 404 }
  if (headers.origin !== undefined && !originAllowed(headers.origin, headers.host, ticket))
    return { status: 403 }
  if (ticket === '') return { status: 401 }
  // Checked before the ticket is redeemed, so that the client can use it later.
  return rooms.isFull(chart) ? { status: 429 } : admit(chart, ticket)
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
