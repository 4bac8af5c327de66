/** The session over one socket: sent frames, which of them are durable, handling of incoming frames. */
import type { Awareness } from 'y-protocols/awareness'
import { applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { AfterRefusal, FrameRefusal, Message } from '../protocol/messages.ts'
import { decodeMessage, encodeMessage } from '../protocol/messages.ts'
import { isRole, may } from '../protocol/roles.ts'
import type { ConnectionParts, ConnectionWay, FrameSocket } from './connectionParts.ts'
import type { ConnectionState } from './connectionState.ts'
import { fromServer } from './origins.ts'

export type CommandAnswer =
  | { readonly ok: true; readonly [field: string]: unknown }
  | { readonly ok: false; readonly code: string }

/** State of a connection; outlives its sockets. */
export interface ConnectionRecord {
  readonly parts: ConnectionParts
  readonly awareness: Awareness
  readonly listeners: Set<() => void>
  readonly notices: Set<(body: unknown) => void>
  readonly waitingCommands: Map<number, (answer: CommandAnswer) => void>
  state: ConnectionState
  session: SocketSession | undefined
  /** Changes that were not sent, or may have been lost on the way. */
  unsent: number
  commands: number
  /** Consecutive failed connection attempts. */
  failures: number
  attempts: number
  /** Sockets in a row that never opened, although there was a ticket. */
  unopened: number
  way: ConnectionWay
  closed: boolean
  cancelWait: () => void
  cancelWatch: () => void
}

/** State of one socket. */
export interface SocketSession {
  readonly socket: FrameSocket
  /** Steps 1 and 2 are exchanged; changes may be sent. */
  offered: boolean
  synced: boolean
  /** A change was refused permanently; later ones would be refused too. */
  rejected: boolean
  sent: number
  acknowledged: number
  /** ms */
  readonly beganAt: number
  heardAt: number
  /** When a sign of life was last asked for; undefined once something was heard. */
  askedAt: number | undefined
}

export function beginSession(record: ConnectionRecord, socket: FrameSocket): SocketSession {
  const session: SocketSession = {
    socket,
    offered: false,
    synced: false,
    rejected: false,
    sent: 0,
    acknowledged: 0,
    beganAt: record.parts.now(),
    heardAt: record.parts.now(),
    askedAt: undefined,
  }
  record.session = session
  return session
}

/** Ends a session. Unacknowledged changes count as unsent: the next session offers them. */
export function endSession(record: ConnectionRecord): void {
  const { session, awareness } = record
  if (!session) return
  record.session = undefined
  record.unsent += session.sent - session.acknowledged
  session.socket.close()
  for (const answer of record.waitingCommands.values()) answer(notConnected)
  record.waitingCommands.clear()
  const others = [...awareness.getStates().keys()].filter((client) => client !== awareness.clientID)
  removeAwarenessStates(awareness, others, fromServer)
  // Awareness clocks are removed too: otherwise the same state would be ignored later.
  for (const client of others) awareness.meta.delete(client)
  setState(record, {})
}

const notConnected = { ok: false, code: 'not-connected' } as const satisfies CommandAnswer

/** Updates the state; calls the listeners if something differs. */
export function setState(record: ConnectionRecord, known: Partial<ConnectionState>): void {
  const before = record.state
  const after = { ...before, ...known, unacknowledged: unacknowledged(record) }
  const keys = Object.keys(after) as (keyof ConnectionState)[]
  if (keys.every((key) => after[key] === before[key])) return
  record.state = after
  for (const listener of record.listeners) listener()
}

function unacknowledged({ unsent, session }: ConnectionRecord): number {
  return unsent + (session ? session.sent - session.acknowledged : 0)
}

function send({ session }: ConnectionRecord, message: Exclude<Message, { kind: 'unknown' }>): void {
  if (session?.socket.readyState === open)
    session.socket.send(encodeMessage(message) as Uint8Array<ArrayBuffer>)
}

/** WebSocket.OPEN */
const open = 1

/** Queues a local change. Before the server's step 1 it waits and is part of step 2. */
export function queueUpdate(record: ConnectionRecord, update: Uint8Array): void {
  const { session } = record
  if (session?.offered && !session.rejected) {
    session.sent += 1
    send(record, { kind: 'update', update })
  } else record.unsent += 1
  setState(record, {})
}

/** Sends step 1 and our presence, with a new clock, so that clients that saw us leave accept it. */
export function sendSyncStep1(record: ConnectionRecord): void {
  const { awareness, parts } = record
  send(record, { kind: 'step1', stateVector: Y.encodeStateVector(parts.doc) })
  awareness.setLocalState(awareness.getLocalState())
  sendState(record)
}

/** Sends a queryAwareness, which every server answers. */
export function sendKeepAlive(record: ConnectionRecord): void {
  if (record.session) record.session.askedAt ??= record.parts.now()
  send(record, { kind: 'queryAwareness' })
}

/** Sends our presence if somebody else is present. */
export function sendPresence(record: ConnectionRecord): void {
  if (record.awareness.getStates().size > 1) sendState(record)
}

function sendState(record: ConnectionRecord): void {
  const { awareness } = record
  if (awareness.getLocalState() === null) return
  send(record, { kind: 'awareness', update: encodeAwarenessUpdate(awareness, [awareness.clientID]) })
}

export async function sendCommand(record: ConnectionRecord, body: object): Promise<CommandAnswer> {
  if (record.state.status !== 'online') return notConnected
  const id = (record.commands += 1)
  return new Promise((resolve) => {
    record.waitingCommands.set(id, resolve)
    send(record, { kind: 'command', id, body })
  })
}

/** Handles one frame. Returns `resync` or `later` if the connection must be reopened. */
export function handleFrame(
  record: ConnectionRecord,
  session: SocketSession,
  frame: Uint8Array,
): AfterRefusal | undefined {
  session.heardAt = record.parts.now()
  session.askedAt = undefined
  // The page has said 离线, and the connection was alive all the same.
  if (record.state.status === 'offline') reached(record, session)
  const message = decodeMessage(frame)
  switch (message?.kind) {
    case 'step1':
      return answerStep1(record, session, message.stateVector)
    case 'step2':
      return takeIn(record, session, message)
    case 'update':
      return takeIn(record, session, message)
    case 'awareness':
      return hearPresence(record, message.update)
    case 'queryAwareness':
      sendState(record)
      return undefined
    case 'acknowledge':
      return settle(record, session, message.frames)
    case 'refuse':
      return refused(record, session, message)
    case 'role':
      return changeRole(record, session, message.role)
    case 'answer':
      return answered(record, message)
    case 'notice':
      for (const listener of record.notices) listener(message.body)
      return undefined
    default:
      return undefined
  }
}

type Next = AfterRefusal | undefined

function answerStep1(record: ConnectionRecord, session: SocketSession, stateVector: Uint8Array): Next {
  if (session.rejected) return undefined
  const update = missingFrom(record.parts.doc, stateVector)
  if (!update) return 'resync'
  session.offered = true
  session.sent += 1
  record.unsent = 0
  send(record, { kind: 'step2', update })
  reached(record, session)
  return undefined
}

/** The update that a peer with this state vector lacks; undefined if the vector is invalid. */
function missingFrom(doc: Y.Doc, stateVector: Uint8Array): Uint8Array | undefined {
  try {
    return Y.encodeStateAsUpdate(doc, stateVector)
  } catch {
    return undefined
  }
}

function takeIn(
  record: ConnectionRecord,
  session: SocketSession,
  { kind, update }: { kind: 'step2' | 'update'; update: Uint8Array },
): Next {
  try {
    Y.applyUpdate(record.parts.doc, update, fromServer)
  } catch {
    return 'resync'
  }
  if (kind === 'step2') session.synced = true
  reached(record, session)
  return undefined
}

function reached(record: ConnectionRecord, session: SocketSession): void {
  if (session.offered && session.synced) setState(record, { status: 'online', why: null, synced: true })
  else setState(record, {})
}

/** Re-announce our presence when a client joins. */
function hearPresence(record: ConnectionRecord, update: Uint8Array): Next {
  const { awareness } = record
  const clock = awareness.meta.get(awareness.clientID)?.clock
  const known = awareness.getStates().size
  try {
    applyAwarenessUpdate(awareness, update, fromServer)
  } catch {
    return undefined
  }
  const isMissed = awareness.meta.get(awareness.clientID)?.clock !== clock
  if (isMissed || awareness.getStates().size > known) sendState(record)
  return undefined
}

function settle(record: ConnectionRecord, session: SocketSession, frames: number): Next {
  session.acknowledged = Math.max(session.acknowledged, Math.min(frames, session.sent))
  if (session.acknowledged === session.sent && !session.rejected) {
    record.failures = 0
    setState(record, { refused: null })
  } else setState(record, {})
  return undefined
}

function refused(record: ConnectionRecord, session: SocketSession, { code, after }: FrameRefusal): Next {
  if (session.rejected) return undefined
  if (after !== 'never') return after
  session.rejected = true
  // Will never be acknowledged: this work stays in this browser only.
  record.unsent += 1
  setState(record, { refused: code })
  return undefined
}

function changeRole(record: ConnectionRecord, session: SocketSession, role: string): Next {
  const known = isRole(role) ? role : null
  setState(record, { role: known })
  return known && may(known, 'write') && session.rejected ? 'resync' : undefined
}

function answered(
  record: ConnectionRecord,
  { id, body }: { readonly id: number; readonly body: unknown },
): Next {
  record.waitingCommands.get(id)?.(isAnswer(body) ? body : { ok: false, code: 'not-understood' })
  record.waitingCommands.delete(id)
  return undefined
}

function isAnswer(body: unknown): body is CommandAnswer {
  return typeof body === 'object' && body !== null && 'ok' in body
}
