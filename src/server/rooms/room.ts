/**
 * An open chart. Frames pass the gate into the document and are appended to the log; only then
 * are they broadcast.
 */
import * as Y from 'yjs'
import { applyToDoc } from '../../doc/chartDoc.ts'
import type { Change } from '../../model/records/changes.ts'
import type { Chart } from '../../model/chart.ts'
import type { FieldChange, MergeConflict } from '../../protocol/api.ts'
import { closing, type Closing } from '../../protocol/closing.ts'
import type { Limits } from '../../protocol/limits.ts'
import { encodeMessage } from '../../protocol/messages.ts'
import type { Role } from '../../protocol/roles.ts'
import type { KeptLog, Store } from '../store/tables.ts'
import { StoreError } from '../store/storeError.ts'
import { openRate } from '../rate.ts'
import { openCompacting } from './compacting.ts'
import { openRoomConnection, type RoomConnection, type RoomServices } from './roomConnection.ts'
import { roleAsker } from './roleAsker.ts'
import { openDocument } from './roomDocument.ts'
import type { Socket } from './socket.ts'
import { openRoomPresence } from './roomPresence.ts'
import type { Participant } from './participant.ts'
import type { RefusedFields } from './refusedFields.ts'
import { openWriter, type UnwrittenEntry } from './writer.ts'
import type { RescueParts } from './openRescue.ts'

/** What rooms are given from outside. */
export interface RoomsParts {
  readonly log: Store['log']
  readonly limits: Limits
  /** ms since 1970; may be set back at any time. */
  readonly now: () => number
  /** ms of a clock that is never set: for rates and waits. */
  readonly elapsed: () => number
  /** The current role of a person in a chart; undefined if none. */
  readonly roleOf: (person: string, chart: string) => Promise<Role | undefined>
  /** Called when a person's changes are durable. */
  readonly onCommit: (chart: string, person: string, changes: readonly FieldChange[]) => void
  /** Answers a command (103). Errors are reported and answered as `our-fault`. */
  readonly command: (participant: Participant, chart: string, body: unknown) => Promise<unknown>
  readonly newId: () => string
  readonly writtenElsewhere?: RescueParts['writtenElsewhere']
  /** Called with an error that was dealt with. */
  readonly report?: (error: unknown) => void
}

export interface RoomCounts {
  updates: number
  refusals: number
  bytes: number
}

export interface Room {
  readonly join: (socket: Socket, participant: Participant) => void
  readonly connections: () => number
  /** The current chart, once all of it is durable. */
  readonly chart: () => Promise<Chart>
  /** Resolves when all that the document has now is durable. */
  readonly settled: () => Promise<void>
  /** Applies changes as this person's; resolves when they are durable, rejects if gate or log refuse them. */
  readonly edit: (by: Participant, decide: (chart: Chart) => readonly Change[]) => Promise<void>
  readonly notify: (body: unknown) => void
  /** Asks for the role of every connection again. */
  readonly accessChanged: () => void
  readonly sessionEnded: (session: string) => void
  /** Ends all connections with `code` and admits nobody; resolves when everything accepted is durable. */
  readonly end: (code: Closing) => Promise<void>
  readonly hasEnded: () => boolean
  /** Merges the log if it is long enough. */
  readonly tidy: () => Promise<void>
}

export interface RoomParts extends Omit<RoomsParts, 'report'>, Required<Pick<RoomsParts, 'report'>> {
  readonly chart: string
  readonly kept: KeptLog
  readonly counts: RoomCounts
  readonly refusedFields: RefusedFields
  /** Called each time the last connection leaves. */
  readonly onEmpty: () => void
  /** Called once, also when the room fails. */
  readonly onEnd: () => void
}

export function openRoom(parts: RoomParts): Room {
  const { limits, report } = parts
  const connections = new Set<RoomConnection>()
  const compacting = openCompacting(parts)
  let ended = false
  const close = (code: Closing) => {
    if (ended) return
    ended = true
    services.presence.close()
    for (const { socket } of connections) socket.end(code)
    parts.onEnd()
  }
  const services = openRoomServices(parts, connections, {
    kept: compacting.grown,
    broken: (error) => {
      report(error)
      close(closing.tryLater)
    },
  })
  const ask = roleAsker(parts)
  return {
    join: (socket, participant) => {
      if (ended || connections.size >= limits.connections) return socket.end(closing.tryLater)
      const connection = openRoomConnection(socket, participant, services)
      connections.add(connection)
      socket.onEnd(() => {
        services.leaving(connection)
        if (connections.size === 0 && !ended) parts.onEmpty()
      })
      // The link may have been revoked while the connection was being made.
      void ask(connection)
    },
    connections: () => connections.size,
    chart: async () => onceDurable(services, services.document.chart()),
    settled: async () => onceDurable(services, undefined),
    edit: async (by, decide) => editDirectly(services, by, decide),
    notify: (body) => {
      const frame = encodeMessage({ kind: 'notice', body })
      for (const { socket } of connections) socket.send(frame)
    },
    accessChanged: () => {
      for (const connection of connections) void ask(connection)
    },
    sessionEnded: (session) => {
      for (const { setRole, participant } of connections)
        if (participant().session === session) setRole(undefined)
    },
    end: async (code) => {
      close(code)
      await services.writer.idle()
    },
    hasEnded: () => ended,
    tidy: compacting.close,
  }
}

async function onceDurable<T>({ writer }: RoomServices, read: T): Promise<T> {
  return new Promise((resolve, reject) => {
    const lost = () => reject(new Error('what was read could not be kept'))
    writer.add({ durable: () => resolve(read), lost })
  })
}

/** Edits with a client id of its own, so that the server's edits pass the same gate and log. */
async function editDirectly(
  services: RoomServices,
  by: Participant,
  decide: (chart: Chart) => readonly Change[],
): Promise<void> {
  const { document, writer } = services
  const own = new Y.Doc()
  const state = document.since(nothingKnown)
  if (state) Y.applyUpdate(own, state)
  const before = Y.encodeStateVector(own)
  applyToDoc(own, decide(document.chart()), by.person)
  const taken = document.take(Y.encodeStateAsUpdate(own, before), by, 'live')
  own.destroy()
  if (!taken.ok) throw new Error(`the gate refused the server's own edit: ${taken.code}`)
  const { entry } = taken
  await new Promise<void>((resolve, reject) => {
    writer.add({
      ...(entry && { entry }),
      durable: () => {
        if (entry) services.committed(entry, undefined)
        resolve()
      },
      lost: () => reject(new StoreError('unwritable')),
    })
  })
}

/** The state vector of an empty document. */
const nothingKnown = Uint8Array.of(0)

interface RoomHooks {
  /** Bytes that were appended to the log. */
  readonly kept: (bytes: number) => void
  readonly broken: (error: unknown) => void
}

function openRoomServices(
  parts: RoomParts,
  connections: Set<RoomConnection>,
  hooks: RoomHooks,
): RoomServices {
  const { limits, elapsed, counts, report } = parts
  const document = openDocument(parts)
  const writer = openWriter(parts.log, hooks.broken)
  const tell = openTelling(connections)
  const presence = openRoomPresence({
    limits,
    elapsed,
    tell: (update) => {
      const frame = encodeMessage({ kind: 'awareness', update })
      for (const { socket } of connections) socket.send(frame)
    },
    claim: (client, participant) => {
      const claimed = document.claim(client, participant)
      if (claimed && claimed.entry) {
        writer.add({ entry: claimed.entry, durable: () => hooks.kept(0), lost: () => undefined })
      }
      return claimed !== false
    },
  })
  return {
    document,
    writer,
    presence,
    refusals: limits.refusals,
    commandRate: openRate({
      perSecond: limits.commandsPerSecond,
      atOnce: limits.commandsAtOnce,
      now: elapsed,
    }),
    leaving: (connection) => {
      connections.delete(connection)
      presence.left(connection)
    },
    committed: (entry, from) => {
      counts.updates += 1
      counts.bytes += entry.update.length
      tell(entry.update, from)
      hooks.kept(entry.update.length)
      tellOf(entry, parts)
      if (entry.conflicts && entry.conflicts.length > 0) tellConflicts(entry.conflicts, connections)
    },
    refused: () => void (counts.refusals += 1),
    broken: hooks.broken,
    report,
    command: async (participant, body) => answer(participant, body, parts),
  }
}

interface News {
  readonly update: Uint8Array
  /** Undefined for the server's own edits. */
  readonly from: RoomConnection | undefined
}

/** Updates merged into one frame at most; the cost of merging is quadratic. */
const mergedAtOnce = 32

/**
 * Merges updates that become durable together into one frame: 20 simultaneous writers would
 * otherwise cause 400 frames.
 */
function openTelling(
  connections: ReadonlySet<RoomConnection>,
): (update: Uint8Array, from: RoomConnection | undefined) => void {
  let news: News[] = []
  const tell = (together: readonly News[]) => {
    const updates = together.map(({ update }) => update)
    const frame = encodeMessage({ kind: 'update', update: Y.mergeUpdates(updates) })
    const authors = new Set(together.map(({ from }) => from))
    for (const connection of connections) {
      // Skip a client that wrote the whole batch; resending part of its own work is harmless.
      if (authors.size > 1 || !authors.has(connection)) connection.socket.send(frame)
    }
  }
  const tellAll = () => {
    const all = news
    news = []
    for (let at = 0; at < all.length; at += mergedAtOnce) tell(all.slice(at, at + mergedAtOnce))
  }
  return (update, from) => {
    if (news.length === 0) setImmediate(tellAll)
    news.push({ update, from })
  }
}

function tellConflicts(
  { length: count }: readonly MergeConflict[],
  connections: ReadonlySet<RoomConnection>,
): void {
  const frame = encodeMessage({ kind: 'notice', body: { about: 'conflicts', count } })
  for (const { socket } of connections) socket.send(frame)
}

function tellOf({ person, changes }: UnwrittenEntry, { chart, onCommit, report }: RoomParts): void {
  try {
    onCommit(chart, person, changes)
  } catch (error) {
    report(error)
  }
}

async function answer(participant: Participant, body: unknown, { chart, command, report }: RoomParts) {
  try {
    return await command(participant, chart, body)
  } catch (error) {
    report(error)
    return { ok: false, code: 'our-fault' }
  }
}
