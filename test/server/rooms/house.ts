/** A real server with real sockets and nothing but rooms in it; a ticket is the name of who comes. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { nanoid } from 'nanoid'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { applyToDoc } from '../../../src/doc/chartDoc.ts'
import type { Change } from '../../../src/model/records/changes.ts'
import type { Limits } from '../../../src/protocol/limits.ts'
import { limits } from '../../../src/protocol/limits.ts'
import type { Message } from '../../../src/protocol/messages.ts'
import { decodeMessage, encodeMessage } from '../../../src/protocol/messages.ts'
import type { Role } from '../../../src/protocol/roles.ts'
import type { RoomsParts } from '../../../src/server/rooms/rooms.ts'
import { openRooms } from '../../../src/server/rooms/rooms.ts'
import type { Admission } from '../../../src/server/rooms/attachSync.ts'
import { attachSync } from '../../../src/server/rooms/attachSync.ts'
import type { Store } from '../../../src/server/store/tables.ts'

export interface HouseParts extends Partial<Omit<RoomsParts, 'log' | 'limits'>> {
  readonly log: Store['log']
  readonly limits?: Partial<Limits>
}

/** Roles may be changed while it runs; who is not named is an editor. */
export async function openHouse(parts: HouseParts) {
  const roles = new Map<string, Role | undefined>()
  const reports: unknown[] = []
  const roleOf = async (person: string) => (roles.has(person) ? roles.get(person) : 'editor')
  const all = { ...limits, ...parts.limits }
  const rooms = openRooms({
    now: () => Date.now(),
    elapsed: () => performance.now(),
    newId: () => nanoid(10),
    onCommit: () => undefined,
    command: async () => ({ ok: true }),
    report: (error) => reports.push(error),
    roleOf,
    ...parts,
    limits: all,
  })
  const admit = async (_: string, ticket: string): Promise<Admission> => {
    if (ticket === 'nobody') return { status: 401 }
    const role = await roleOf(ticket)
    return role
      ? { participant: { person: ticket, name: `${ticket}名`, post: '经办', role } }
      : { status: 403 }
  }
  const http = createServer((request, response) => {
    if (!polling(request, response)) response.writeHead(404).end()
  })
  const polling = attachSync(http, {
    rooms,
    admit,
    limits: all,
    addressOf: (request) => request.socket.remoteAddress ?? '',
    originAllowed: (origin, host) => new URL(origin).host === host,
  })
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve))
  const url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}/sync`
  onTestFinished(async () => {
    await rooms.close()
    http.closeAllConnections()
    await new Promise((resolve) => void http.close(resolve))
  })
  return { rooms, roles, reports, url, http }
}

export type RawClient = Awaited<ReturnType<typeof connect>>

/** Waits until it is so. */
export async function until(isSo: () => boolean, what: string, ms = 10_000): Promise<void> {
  const end = Date.now() + ms
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`never came: ${what}`)
    await new Promise((resolve) => void setTimeout(resolve, 2))
  }
}

/** A client that says what it is told to, and keeps what it hears. */
export async function connect(url: string, who: string, chart = 'chart-1') {
  const socket = new WebSocket(`${url}/${chart}?ticket=${who}`)
  const heard: Message[] = []
  let closed: number | undefined
  const doc = new Y.Doc()
  socket.on('message', (data: Buffer) => {
    const message = decodeMessage(data)
    if (!message) throw new Error('the server sent no message')
    heard.push(message)
    if (message.kind === 'step2' || message.kind === 'update') Y.applyUpdate(doc, message.update, 'server')
  })
  socket.on('close', (code) => {
    closed = code
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('error', reject)
  })
  const say = (message: Exclude<Message, { kind: 'unknown' }>) => socket.send(encodeMessage(message))
  const of = <K extends Message['kind']>(kind: K) =>
    heard.filter((message): message is Extract<Message, { kind: K }> => message.kind === kind)
  const acknowledged = () => of('acknowledge').at(-1)?.frames ?? 0
  return {
    socket,
    doc,
    heard,
    of,
    say,
    acknowledged,
    closed: () => closed,
    /** Edits the own document. Answers the update. */
    edit: (change: Change): Uint8Array => {
      const before = Y.encodeStateVector(doc)
      applyToDoc(doc, [change], 'me')
      return Y.encodeStateAsUpdate(doc, before)
    },
    /** Asks for everything and waits for it. */
    synced: async () => {
      const before = of('step2').length
      say({ kind: 'step1', stateVector: Y.encodeStateVector(doc) })
      await until(() => of('step2').length > before, 'step 2')
    },
    isAcknowledged: async (frames: number) => until(() => acknowledged() >= frames, `100 ${frames}`),
    isClosed: async () => {
      await until(() => closed !== undefined, 'the end')
      return closed
    },
  }
}

export function named(id: string, name: string): Change {
  return { kind: 'put', root: 'steps', id, fields: { name } }
}

/** A step with a note: the longest text that a chart may hold. */
export function noted(id: string, note: string): Change {
  return { kind: 'put', root: 'steps', id, fields: { name: id, note } }
}

/** What awareness would say of this client. */
export function presenceOf(client: number, clock: number, state: unknown) {
  const update = encoding.encode((out) => {
    for (const number of [1, client, clock]) encoding.writeVarUint(out, number)
    encoding.writeVarString(out, JSON.stringify(state))
  })
  return { kind: 'awareness' as const, update }
}
