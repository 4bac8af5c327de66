/**
 * All rooms of the server: opened on the first access, closed after `limits.idle` ms without a
 * connection.
 */
import type { Change } from '../../model/records/changes.ts'
import type { Chart } from '../../model/chart.ts'
import { closing } from '../../protocol/closing.ts'
import type { RawSocket, Socket } from './socket.ts'
import { openSocket } from './socket.ts'
import type { RoomCounts, Room, RoomParts, RoomsParts } from './room.ts'
import { openRoom } from './room.ts'
import type { RefusedField } from '../refusedField.ts'
import { openRefusedFields } from './refusedFields.ts'
import type { Participant } from './participant.ts'
import type { ChartState } from '../store/tables.ts'

export type { RoomsParts } from './room.ts'
export type { Participant } from './participant.ts'

export interface Rooms {
  /** Takes over the socket. It may be closed at once, with a code that gives the reason. */
  readonly join: (chart: string, participant: Participant, socket: RawSocket) => void
  /** True if the chart has `limits.connections` connections. */
  readonly isFull: (chart: string) => boolean
  /** The durable state of a chart; opens its room if needed. */
  readonly chart: (id: string) => Promise<Chart>
  /** Fields that decide what is public and that were written so that nobody can read them: refused, and not written well since. */
  readonly refusedFields: (chart: string) => readonly RefusedField[]
  /** The same as the log has it, for work that another thread does; opens no room. */
  readonly state: (id: string) => Promise<ChartState>
  /** Applies the changes of `decide` as this person's; resolves when they are durable and broadcast. */
  readonly edit: (
    chart: string,
    by: Participant,
    decide: (chart: Chart) => readonly Change[],
  ) => Promise<void>
  /** Sends a notice (105) to all connections of the chart. */
  readonly notify: (chart: string, body: unknown) => void
  /** Call after roles in this chart have changed. */
  readonly accessChanged: (chart: string) => void
  /** Call after roles in all charts may have changed. */
  readonly accessChangedEverywhere: () => void
  /** Ends the connections that were made with this session. */
  readonly sessionEnded: (session: string) => void
  /** The chart was deleted. */
  readonly gone: (chart: string) => void
  readonly stats: () => RoomStats
  /** Resolves when everything accepted is durable and all connections are closed. */
  readonly close: () => Promise<void>
}

export interface RoomStats {
  readonly rooms: number
  readonly connections: number
  /** All counts are since the start of the server. */
  readonly updates: number
  readonly refusals: number
  /** Of updates that were kept. */
  readonly bytes: number
}

export function openRooms({ report = console.error, ...given }: RoomsParts): Rooms {
  const parts = { ...given, report }
  const counts: RoomCounts = { updates: 0, refusals: 0, bytes: 0 }
  const refusedFields = openRefusedFields()
  const table = openRoomTable({ ...parts, counts, refusedFields })
  const { limits, elapsed } = parts
  return {
    join: (chart, participant, socket) => {
      const line = openSocket(socket, { limits, elapsed })
      void admit(table, chart, participant, line).catch((error: unknown) => {
        report(error)
        line.end(closing.tryLater)
      })
    },
    isFull: (chart) => (table.opened(chart)?.connections() ?? 0) >= limits.connections,
    chart: async (id) => (await table.open(id)).chart(),
    state: async (id) => {
      await table.settled(id)
      const { snapshot, updates } = await parts.log.read(id)
      return snapshot ? [snapshot, ...updates] : updates
    },
    edit: async (id, by, decide) => {
      const wasOpen = table.opened(id) !== undefined
      const room = await table.open(id)
      try {
        await room.edit(by, decide)
      } finally {
        // A renaming everywhere opens them all: nobody waits for them to become idle.
        if (!wasOpen && room.connections() === 0)
          void room.end(closing.tryLater).then(room.tidy).catch(report)
      }
    },
    refusedFields: refusedFields.of,
    notify: (chart, body) => table.opened(chart)?.notify(body),
    accessChanged: (chart) => table.opened(chart)?.accessChanged(),
    accessChangedEverywhere: () => table.all().forEach((room) => room.accessChanged()),
    sessionEnded: (session) => table.all().forEach((room) => room.sessionEnded(session)),
    gone: (chart) => table.gone(chart),
    stats: () => ({ ...table.stats(), ...counts }),
    close: table.close,
  }
}

async function admit(table: RoomTable, chart: string, participant: Participant, line: Socket): Promise<void> {
  const room = await table.open(chart)
  if (line.isOpen()) room.join(line, participant)
}

/** A chart whose room is open or being opened. */
interface OpenRoom {
  readonly chart: string
  room?: Room
  idle?: NodeJS.Timeout
}

type RoomTable = ReturnType<typeof openRoomTable>

type RoomTableParts = Omit<RoomParts, 'chart' | 'kept' | 'onEmpty' | 'onEnd'>

/** At most one room per chart: the next is opened only after everything of the last one is in the log. */
function openRoomTable(parts: RoomTableParts) {
  const opening = new Map<string, Promise<Room>>()
  const opened = new Map<string, Room>()
  const leaving = new Map<string, Promise<void>>()
  let closed = false
  const onEnd = ({ chart, idle, room }: OpenRoom) => {
    clearTimeout(idle)
    opening.delete(chart)
    opened.delete(chart)
    const left = room?.end(closing.tryLater).finally(() => {
      if (leaving.get(chart) === left) leaving.delete(chart)
    })
    if (left) leaving.set(chart, left)
  }
  const start = async (chart: string): Promise<Room> => {
    await leaving.get(chart)
    const kept = await parts.log.read(chart)
    const entry: OpenRoom = { chart }
    const onEmpty = () => waitForPeople(entry, parts)
    const room = openRoom({ ...parts, chart, kept, onEmpty, onEnd: () => onEnd(entry) })
    entry.room = room
    opened.set(chart, room)
    onEmpty()
    return room
  }
  const open = async (chart: string): Promise<Room> => {
    if (closed) throw new Error('the rooms are closed')
    const found = opening.get(chart)
    if (found) return found
    const started = start(chart)
    opening.set(chart, started)
    started.catch(() => opening.delete(chart))
    return started
  }
  return {
    open,
    opened: (chart: string) => opened.get(chart),
    /** Resolves when the log has all that the chart's room has now, or had when it ended. */
    settled: async (chart: string) => {
      const room = opened.get(chart)
      await (room ? room.settled() : leaving.get(chart))
    },
    all: () => [...opened.values()],
    gone: (chart: string) => {
      void opening
        .get(chart)
        ?.then(async (room) => room.end(closing.gone))
        .catch(parts.report)
    },
    stats: () => ({
      rooms: opened.size,
      connections: [...opened.values()].reduce((sum, room) => sum + room.connections(), 0),
    }),
    close: async () => {
      closed = true
      const ends = [...opening.values()].map(async (room) => (await room).end(closing.tryLater))
      await Promise.allSettled(ends)
      await Promise.all(leaving.values())
    },
  }
}

/** Closes the room after `limits.idle` ms without a connection. */
function waitForPeople(entry: OpenRoom, { limits, report }: Pick<RoomParts, 'limits' | 'report'>): void {
  clearTimeout(entry.idle)
  entry.idle = setTimeout(() => {
    const { room } = entry
    if (!room || room.connections() > 0) return
    void room.end(closing.tryLater).then(room.tidy).catch(report)
  }, limits.idle)
}
