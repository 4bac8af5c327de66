/**
 * One chart that people have open. Frames go through the gate into the document, from
 * there into the log, and only when the log has them to anybody else.
 */
import * as Y from 'yjs'
import { applyToDoc } from '../../doc/chartDoc.ts'
import type { Change } from '../../model/records/changes.ts'
import type { Chart } from '../../model/chart.ts'
import type { FieldChange } from '../../protocol/api.ts'
import type { Closing } from '../../protocol/closing.ts'
import { closing } from '../../protocol/closing.ts'
import type { Limits } from '../../protocol/limits.ts'
import { encodeMessage } from '../../protocol/messages.ts'
import type { Role } from '../../protocol/roles.ts'
import type { KeptLog, LogEntry, Store } from '../store/tables.ts'
import { StoreError } from '../store/storeError.ts'
import { openCompacting } from './compacting.ts'
import type { RoomConnection, RoomServices } from './connection.ts'
import { openRoomConnection } from './connection.ts'
import { openDocument } from './document.ts'
import type { Socket } from './socket.ts'
import { openRoomPresence } from './presence.ts'
import type { Participant } from './participant.ts'
import { openWriter } from './writer.ts'

/** What rooms are given from outside. */
export interface RoomsParts {
  readonly log: Store['log']
  readonly limits: Limits
  /** ms since 1970 */
  readonly now: () => number
  /** What a person may do in a chart now; undefined: nothing. */
  readonly roleOf: (person: string, chart: string) => Promise<Role | undefined>
  /** Called when a person's changes are durable. */
  readonly onCommit: (chart: string, person: string, changes: readonly FieldChange[]) => void
  /** Answers a command (103). What it throws is reported, and answered as our fault. */
  readonly command: (participant: Participant, chart: string, body: unknown) => Promise<unknown>
  /** Told of what went wrong and was dealt with. */
  readonly report?: (error: unknown) => void
}

export interface RoomCounts {
  updates: number
  refusals: number
  bytes: number
}

export interface Room {
  readonly join: (line: Socket, participant: Participant) => void
  readonly connections: () => number
  /** The chart when all that it now has is durable. */
  readonly chart: () => Promise<Chart>
  /** Does to the chart what `decide` says, as this person's work; resolved when it is durable. Throws where the gate or the log refuses it. */
  readonly edit: (by: Participant, decide: (chart: Chart) => readonly Change[]) => Promise<void>
  readonly notify: (body: unknown) => void
  /** Asks anew what everybody here may do. */
  readonly accessChanged: () => void
  /** Lets everybody go and takes nobody in; resolved when what was taken is durable. */
  readonly end: (code: Closing) => Promise<void>
  readonly hasEnded: () => boolean
  /** Merges the log, where that is worth it. */
  readonly tidy: () => Promise<void>
}

export interface RoomParts extends Required<RoomsParts> {
  readonly chart: string
  readonly kept: KeptLog
  readonly counts: RoomCounts
  /** Called whenever the last one has left. */
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
    for (const { line } of connections) line.end(code)
    parts.onEnd()
  }
  const services = openFloor(parts, connections, {
    kept: compacting.grown,
    broken: (error) => {
      report(error)
      close(closing.tryLater)
    },
  })
  const ask = roleAsker(parts)
  return {
    join: (line, participant) => {
      if (ended || connections.size >= limits.connections) return line.end(closing.tryLater)
      const connection = openRoomConnection(line, participant, services)
      connections.add(connection)
      line.onEnd(() => {
        connections.delete(connection)
        services.presence.left(connection)
        if (connections.size === 0 && !ended) parts.onEmpty()
      })
      // A link that was revoked while the connection was being made is found out here.
      void ask(connection)
    },
    connections: () => connections.size,
    chart: async () => {
      const read = services.document.chart()
      return new Promise((resolve, reject) => {
        const lost = () => reject(new Error('what was read could not be kept'))
        services.writer.add({ durable: () => resolve(read), lost })
      })
    },
    edit: async (by, decide) => editDirectly(services, by, decide),
    notify: (body) => {
      const frame = encodeMessage({ kind: 'notice', body })
      for (const { line } of connections) line.send(frame)
    },
    accessChanged: () => {
      for (const connection of connections) void ask(connection)
    },
    end: async (code) => {
      close(code)
      await services.writer.idle()
    },
    hasEnded: () => ended,
    tidy: compacting.close,
  }
}

/** As a client of its own: what the server does to a chart goes through the same gate and the same log. */
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
  const taken = document.take(Y.encodeStateAsUpdate(own, before), by)
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

interface Told {
  /** So many bytes more in the log. */
  readonly kept: (bytes: number) => void
  readonly broken: (error: unknown) => void
}

function openFloor(parts: RoomParts, connections: ReadonlySet<RoomConnection>, told: Told): RoomServices {
  const { limits, now, counts, report } = parts
  const document = openDocument(parts)
  const writer = openWriter(parts.log, told.broken)
  const tell = openTelling(connections)
  const presence = openRoomPresence({
    limits,
    now,
    tell: (update) => {
      const frame = encodeMessage({ kind: 'awareness', update })
      for (const { line } of connections) line.send(frame)
    },
    claim: (client, participant) => {
      const claimed = document.claim(client, participant)
      if (claimed && claimed.entry) {
        writer.add({ entry: claimed.entry, durable: () => told.kept(0), lost: () => undefined })
      }
      return claimed !== false
    },
  })
  return {
    document,
    writer,
    presence,
    refusals: limits.refusals,
    committed: (entry, from) => {
      counts.updates += 1
      counts.bytes += entry.update.length
      tell(entry.update, from)
      told.kept(entry.update.length)
      tellOf(entry, parts)
    },
    refused: () => void (counts.refusals += 1),
    broken: told.broken,
    report,
    command: async (participant, body) => answer(participant, body, parts),
  }
}

interface News {
  readonly update: Uint8Array
  /** None: the server's own. */
  readonly from: RoomConnection | undefined
}

/** Merging takes the square of how many there are. */
const mergedAtOnce = 32

/** What becomes durable together is told together: twenty who write at once would else make four hundred frames. */
function openTelling(
  connections: ReadonlySet<RoomConnection>,
): (update: Uint8Array, from: RoomConnection | undefined) => void {
  let news: News[] = []
  const tell = (together: readonly News[]) => {
    const updates = together.map(({ update }) => update)
    const frame = encodeMessage({ kind: 'update', update: Y.mergeUpdates(updates) })
    const authors = new Set(together.map(({ from }) => from))
    for (const connection of connections) {
      // Who wrote all of it needs none of it; to have some of one's own work told again does nothing.
      if (authors.size > 1 || !authors.has(connection)) connection.line.send(frame)
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

function tellOf({ person, changes }: LogEntry, { chart, onCommit, report }: RoomParts): void {
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

/** Of two answers on the way only the later question's counts. Who cannot be asked about may come again later. */
function roleAsker({ chart, roleOf, report }: RoomParts): (connection: RoomConnection) => Promise<void> {
  const asked = new WeakMap<RoomConnection, number>()
  return async (connection) => {
    const question = (asked.get(connection) ?? 0) + 1
    asked.set(connection, question)
    try {
      const role = await roleOf(connection.participant().person, chart)
      if (asked.get(connection) === question && connection.line.isOpen()) connection.setRole(role)
    } catch (error) {
      report(error)
      connection.line.end(closing.tryLater)
    }
  }
}
