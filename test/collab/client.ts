/** People in front of a scripted server, whose clocks run faster where waits would be long. */
import { expect } from 'vitest'
import * as Y from 'yjs'
import type { Connection } from '../../src/collab/connection.ts'
import type { ConnectionWay, TicketAnswer } from '../../src/collab/connectionParts.ts'
import { openConnection } from '../../src/collab/connection.ts'

/** So many times faster than in life. */
const speed = 50

export interface Client {
  readonly doc: Y.Doc
  readonly connection: Connection
  /** Every status and every count of unsaved changes that was told, in turn. */
  readonly states: readonly string[]
  readonly unsaved: readonly number[]
  /** What the next tickets are answered. */
  ticket: TicketAnswer | 'no answer'
  asked: number
}

const admitted: TicketAnswer = { ok: true, ticket: 't', role: 'editor' }

export function openClient(
  url: string,
  first: Client['ticket'] = admitted,
  onWay: (way: ConnectionWay, at: number) => void = () => undefined,
): Client {
  const doc = new Y.Doc()
  const began = performance.now()
  const states: string[] = []
  const unsaved: number[] = []
  const made = { doc, ticket: first, asked: 0, states, unsaved }
  const connection = openConnection({
    doc,
    ticket: async () => {
      made.asked += 1
      if (made.ticket === 'no answer') throw new Error('nobody')
      return made.ticket
    },
    socket: (_, way) => {
      onWay(way, (performance.now() - began) * speed)
      return new WebSocket(url)
    },
    now: () => (performance.now() - began) * speed,
    after: (ms, call) => {
      const timer = setTimeout(call, ms / speed)
      return () => clearTimeout(timer)
    },
    random: () => 0.5,
  })
  connection.onChange(() => {
    states.push(connection.state().status)
    unsaved.push(connection.state().unacknowledged)
  })
  return Object.assign(made, { connection })
}

export function write({ doc }: { readonly doc: Y.Doc }, key: string): void {
  doc.getMap('steps').set(key, new Y.Map())
}

export function keysOf(doc: Y.Doc): readonly string[] {
  return [...doc.getMap('steps').keys()].sort()
}

/** Everything that this person did is acknowledged. */
export async function settled({ connection }: Client): Promise<void> {
  await expect.poll(() => connection.state()).toMatchObject({ status: 'online', unacknowledged: 0 })
}

/** What a person sees of the others. */
export function seenBy({ connection, doc }: Client): readonly unknown[] {
  return [...connection.awareness.getStates()].filter(([id]) => id !== doc.clientID).map(([, state]) => state)
}

/** An update by somebody else. */
export function updateWith(key: string): Uint8Array {
  const doc = new Y.Doc()
  write({ doc }, key)
  return Y.encodeStateAsUpdate(doc)
}
