/**
 * Presence of a room in y-protocols' awareness. A connection has one slot: the client id of
 * its first frame. The server stamps name, post and role, and broadcasts changes at most every
 * `limits.presenceEvery` ms.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Limits } from '../../protocol/limits.ts'
import type { Participant } from './participant.ts'

export interface RoomPresence {
  /**
   * Handles an awareness frame. False if it cannot be decoded. States of other clients are
   * ignored: stock clients echo them.
   */
  readonly heard: (connection: object, update: Uint8Array, participant: Participant) => boolean
  readonly left: (connection: object) => void
  /** An awareness update of all present clients. */
  readonly all: () => Uint8Array
  readonly close: () => void
}

export interface PresenceParts {
  readonly limits: Pick<Limits, 'presence' | 'presenceEvery'>
  /** ms of a clock that is never set. */
  readonly elapsed: () => number
  readonly tell: (update: Uint8Array) => void
  /** Claims a client id for a participant; false if another person has it. */
  readonly claim: (client: number, participant: Participant) => boolean
}

interface Entry {
  readonly client: number
  readonly clock: number
  /** JSON; `null` after the client has left. */
  readonly state: string
}

const nobody = 'null'

export function openRoomPresence({ limits, elapsed, tell, claim }: PresenceParts): RoomPresence {
  const slots = new Map<object, Entry>()
  const news = new Map<number, Entry>()
  let toldAt = -Infinity
  let timer: NodeJS.Timeout | undefined
  const tellNews = () => {
    timer = undefined
    toldAt = elapsed()
    const entries = [...news.values()]
    news.clear()
    tell(encoded(entries))
  }
  const tellSoon = (entry: Entry) => {
    news.set(entry.client, entry)
    timer ??= setTimeout(tellNews, Math.max(0, toldAt + limits.presenceEvery - elapsed()))
  }
  const slotOf = (
    connection: object,
    entries: readonly Entry[],
    participant: Participant,
  ): Entry | undefined => {
    const own = slots.get(connection)
    if (own) return own
    const [named] = entries
    if (entries.length !== 1 || !named || named.state === nobody) return undefined
    if (!claim(named.client, participant)) return undefined
    // The same person with the same client id: an old connection that is dead but not closed yet.
    for (const [other, { client }] of slots) if (client === named.client) slots.delete(other)
    return { client: named.client, clock: -1, state: nobody }
  }
  return {
    heard: (connection, update, participant) => {
      const entries = decodedEntries(update)
      if (!entries) return false
      const slot = slotOf(connection, entries, participant)
      const own = slot && entries.find(({ client }) => client === slot.client)
      if (!own || own.clock < slot.clock || (own.clock === slot.clock && own.state !== nobody)) return true
      const state =
        Buffer.byteLength(own.state) > limits.presence ? undefined : stamped(own.state, participant)
      if (state === undefined) return true
      const entry = { ...own, state }
      slots.set(connection, entry)
      tellSoon(entry)
      return true
    },
    left: (connection) => {
      const slot = slots.get(connection)
      slots.delete(connection)
      if (slot && slot.state !== nobody) tellSoon({ ...slot, state: nobody })
    },
    all: () => encoded([...slots.values()].filter(({ state }) => state !== nobody)),
    close: () => clearTimeout(timer),
  }
}

/** Undefined where the state is no object. */
function stamped(json: string, { name, post, role }: Participant): string | undefined {
  const state = JSON.parse(json) as unknown
  if (state === null) return nobody
  if (typeof state !== 'object' || Array.isArray(state)) return undefined
  return JSON.stringify({ ...state, user: { name, post, role } })
}

function decodedEntries(update: Uint8Array): readonly Entry[] | undefined {
  try {
    const input = decoding.createDecoder(update)
    const entries: Entry[] = []
    for (let left = decoding.readVarUint(input); left > 0; left -= 1) {
      entries.push({
        client: decoding.readVarUint(input),
        clock: decoding.readVarUint(input),
        state: readJson(input),
      })
    }
    const sound = entries.every(({ client, clock }) => isCount(client) && isCount(clock))
    return sound ? entries : undefined
  } catch {
    return undefined
  }
}

function readJson(input: decoding.Decoder): string {
  const json = decoding.readVarString(input)
  JSON.parse(json)
  return json
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function encoded(entries: readonly Entry[]): Uint8Array {
  return encoding.encode((out) => {
    encoding.writeVarUint(out, entries.length)
    for (const { client, clock, state } of entries) {
      encoding.writeVarUint(out, client)
      encoding.writeVarUint(out, clock)
      encoding.writeVarString(out, state)
    }
  })
}
