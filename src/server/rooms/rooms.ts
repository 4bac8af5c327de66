/** All rooms: opened when somebody comes, left when nobody has been there for a while. */
import type { WebSocket } from 'ws'
import type { Change } from '../../model/records/changes.ts'
import type { Chart } from '../../model/chart.ts'
import { closing } from '../../protocol/closing.ts'
import type { Socket } from './socket.ts'
import { openSocket } from './socket.ts'
import type { RoomCounts, Room, RoomsParts } from './room.ts'
import { openRoom } from './room.ts'
import type { Participant } from './participant.ts'

export type { RoomsParts } from './room.ts'
export type { Participant } from './participant.ts'

export interface Rooms {
  /** From here on the socket is the rooms'. It may be closed at once, with a code that says why. */
  readonly join: (chart: string, participant: Participant, socket: WebSocket) => void
  /** No more connections to this chart. */
  readonly isFull: (chart: string) => boolean
  /** What is durable now; opens the room if need be. */
  readonly chart: (id: string) => Promise<Chart>
  /** Does to a chart what `decide` says, as this person's work; resolved when it is durable, told to everybody in it. */
  readonly edit: (
    chart: string,
    by: Participant,
    decide: (chart: Chart) => readonly Change[],
  ) => Promise<void>
  /** Tells all who have the chart open (105). */
  readonly notify: (chart: string, body: unknown) => void
  /** What somebody may do in this chart has changed. */
  readonly accessChanged: (chart: string) => void
  /** The chart was deleted. */
  readonly gone: (chart: string) => void
  readonly stats: () => RoomStats
  /** Resolved when everything that was taken in is durable and everybody has been let go. */
  readonly close: () => Promise<void>
}

export interface RoomStats {
  readonly rooms: number
  readonly connections: number
  /** Since the start, as all that follow. */
  readonly updates: number
  readonly refusals: number
  /** Of updates that were kept. */
  readonly bytes: number
}

export function openRooms({ report = console.error, ...given }: RoomsParts): Rooms {
  const parts = { ...given, report }
  const counts: RoomCounts = { updates: 0, refusals: 0, bytes: 0 }
  const places = openPlaces(parts, counts)
  const { limits, now } = parts
  return {
    join: (chart, participant, socket) => {
      const line = openSocket(socket, { limits, now })
      void admit(places, chart, participant, line).catch((error: unknown) => {
        report(error)
        line.end(closing.tryLater)
      })
    },
    isFull: (chart) => (places.opened(chart)?.connections() ?? 0) >= limits.connections,
    chart: async (id) => (await places.open(id)).chart(),
    edit: async (id, by, decide) => (await places.open(id)).edit(by, decide),
    notify: (chart, body) => places.opened(chart)?.notify(body),
    accessChanged: (chart) => places.opened(chart)?.accessChanged(),
    gone: (chart) => places.gone(chart),
    stats: () => ({ ...places.stats(), ...counts }),
    close: places.close,
  }
}

async function admit(places: Places, chart: string, participant: Participant, line: Socket): Promise<void> {
  const room = await places.open(chart)
  if (line.isOpen()) room.join(line, participant)
}

/** A chart that is open, or about to be. */
interface Place {
  readonly chart: string
  room?: Room
  idle?: NodeJS.Timeout
}

type Places = ReturnType<typeof openPlaces>

/** One room a chart at any time: the next is opened when all that the last one took is in the log. */
function openPlaces(parts: Required<RoomsParts>, counts: RoomCounts) {
  const opening = new Map<string, Promise<Room>>()
  const opened = new Map<string, Room>()
  const leaving = new Map<string, Promise<void>>()
  let closed = false
  const onEnd = ({ chart, idle, room }: Place) => {
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
    const place: Place = { chart }
    const onEmpty = () => waitForPeople(place, parts)
    const room = openRoom({ ...parts, chart, kept, counts, onEmpty, onEnd: () => onEnd(place) })
    place.room = room
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

/** Leaves the room when nobody has come for a while. */
function waitForPeople(place: Place, { limits, report }: Required<RoomsParts>): void {
  clearTimeout(place.idle)
  place.idle = setTimeout(() => {
    const { room } = place
    if (!room || room.connections() > 0) return
    void room.end(closing.tryLater).then(room.tidy).catch(report)
  }, limits.idle)
}
