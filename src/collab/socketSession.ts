/** The talk over one socket: what was sent, what of it is durable, and what each frame that is heard does. */
import type { Awareness } from 'y-protocols/awareness'
import { applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { AfterRefusal, FrameRefusal, Message } from '../protocol/messages.ts'
import { decodeMessage, encodeMessage } from '../protocol/messages.ts'
import { isRole, may } from '../protocol/roles.ts'
import type { ConnectionParts } from './connection.ts'
import type { ConnectionState } from './connectionState.ts'
import { fromServer } from './origins.ts'

export type CommandAnswer =
  | { readonly ok: true; readonly [field: string]: unknown }
  | { readonly ok: false; readonly code: string }

/** All that a connection knows. It outlives its sockets. */
export interface ConnectionRecord {
  readonly parts: ConnectionParts
  readonly awareness: Awareness
  readonly listeners: Set<() => void>
  readonly notices: Set<(body: unknown) => void>
  readonly waitingCommands: Map<number, (answer: CommandAnswer) => void>
  state: ConnectionState
  talk: SocketSession | undefined
  /** Changes that no socket has carried, or that may have been lost on the way. */
  unsent: number
  commands: number
  /** Attempts in a row that came to nothing. */
  failures: number
  attempts: number
  closed: boolean
  cancelWait: () => void
  cancelWatch: () => void
}

/** One socket's life. */
export interface SocketSession {
  readonly socket: WebSocket
  /** The server said what it has, and got what it lacked: from now on changes may follow. */
  offered: boolean
  synced: boolean
  /** Something was refused for good; whatever follows it would only be refused too. */
  barred: boolean
  sent: number
  acknowledged: number
  /** ms */
  readonly beganAt: number
  heardAt: number
}

export function beginSession(line: ConnectionRecord, socket: WebSocket): SocketSession {
  const talk: SocketSession = {
    socket,
    offered: false,
    synced: false,
    barred: false,
    sent: 0,
    acknowledged: 0,
    beganAt: line.parts.now(),
    heardAt: line.parts.now(),
  }
  line.talk = talk
  return talk
}

/** What was not acknowledged counts as unsent again: the next connection offers all that the server lacks. */
export function endSession(line: ConnectionRecord): void {
  const { talk, awareness } = line
  if (!talk) return
  line.talk = undefined
  line.unsent += talk.sent - talk.acknowledged
  talk.socket.close()
  for (const answer of line.waitingCommands.values()) answer(notConnected)
  line.waitingCommands.clear()
  const others = [...awareness.getStates().keys()].filter((client) => client !== awareness.clientID)
  removeAwarenessStates(awareness, others, fromServer)
  // The clocks go too: the same state, told again after reconnecting, is news.
  for (const client of others) awareness.meta.delete(client)
  setState(line, {})
}

const notConnected = { ok: false, code: 'not-connected' } as const satisfies CommandAnswer

/** Tells the listeners where something differs. */
export function setState(line: ConnectionRecord, known: Partial<ConnectionState>): void {
  const before = line.state
  const after = { ...before, ...known, unacknowledged: unacknowledged(line) }
  const keys = Object.keys(after) as (keyof ConnectionState)[]
  if (keys.every((key) => after[key] === before[key])) return
  line.state = after
  for (const listener of line.listeners) listener()
}

function unacknowledged({ unsent, talk }: ConnectionRecord): number {
  return unsent + (talk ? talk.sent - talk.acknowledged : 0)
}

function send({ talk }: ConnectionRecord, message: Exclude<Message, { kind: 'unknown' }>): void {
  if (talk?.socket.readyState === open) talk.socket.send(encodeMessage(message) as Uint8Array<ArrayBuffer>)
}

/** WebSocket.OPEN */
const open = 1

/** Something was changed here. Until the server has said what it has, it waits, and goes with the offer. */
export function queueUpdate(line: ConnectionRecord, update: Uint8Array): void {
  const { talk } = line
  if (talk?.offered && !talk.barred) {
    talk.sent += 1
    send(line, { kind: 'update', update })
  } else line.unsent += 1
  setState(line, {})
}

/** Says what we have, and that we are here. A fresh clock: whoever heard that we had left hears of us again. */
export function sendSyncStep1(line: ConnectionRecord): void {
  const { awareness, parts } = line
  send(line, { kind: 'step1', stateVector: Y.encodeStateVector(parts.doc) })
  awareness.setLocalState(awareness.getLocalState())
  sendState(line)
}

/** The cheapest question that every server answers. */
export function sendKeepAlive(line: ConnectionRecord): void {
  send(line, { kind: 'queryAwareness' })
}

/** Presence is sent while somebody is there to see it. */
export function sendPresence(line: ConnectionRecord): void {
  if (line.awareness.getStates().size > 1) sendState(line)
}

function sendState(line: ConnectionRecord): void {
  const { awareness } = line
  if (awareness.getLocalState() === null) return
  send(line, { kind: 'awareness', update: encodeAwarenessUpdate(awareness, [awareness.clientID]) })
}

export async function sendCommand(line: ConnectionRecord, body: object): Promise<CommandAnswer> {
  if (line.state.touch !== 'online') return notConnected
  const id = (line.commands += 1)
  return new Promise((resolve) => {
    line.waitingCommands.set(id, resolve)
    send(line, { kind: 'command', id, body })
  })
}

/** Takes in one frame. Answers `resync` or `later` where the connection must be made anew. */
export function handleFrame(line: ConnectionRecord, talk: SocketSession, frame: Uint8Array): AfterRefusal | undefined {
  talk.heardAt = line.parts.now()
  const message = decodeMessage(frame)
  switch (message?.kind) {
    case 'step1':
      return answerStep1(line, talk, message.stateVector)
    case 'step2':
      return takeIn(line, talk, message)
    case 'update':
      return takeIn(line, talk, message)
    case 'awareness':
      return hearPresence(line, message.update)
    case 'queryAwareness':
      sendState(line)
      return undefined
    case 'acknowledge':
      return settle(line, talk, message.frames)
    case 'refuse':
      return refused(line, talk, message)
    case 'role':
      return changeRole(line, talk, message.role)
    case 'answer':
      return answered(line, message)
    case 'notice':
      for (const listener of line.notices) listener(message.body)
      return undefined
    default:
      return undefined
  }
}

type Next = AfterRefusal | undefined

function answerStep1(line: ConnectionRecord, talk: SocketSession, stateVector: Uint8Array): Next {
  if (talk.barred) return undefined
  const update = missingFrom(line.parts.doc, stateVector)
  if (!update) return 'resync'
  talk.offered = true
  talk.sent += 1
  line.unsent = 0
  send(line, { kind: 'step2', update })
  reached(line, talk)
  return undefined
}

/** Undefined where the state vector is none. */
function missingFrom(doc: Y.Doc, stateVector: Uint8Array): Uint8Array | undefined {
  try {
    return Y.encodeStateAsUpdate(doc, stateVector)
  } catch {
    return undefined
  }
}

function takeIn(
  line: ConnectionRecord,
  talk: SocketSession,
  { kind, update }: { kind: 'step2' | 'update'; update: Uint8Array },
): Next {
  try {
    Y.applyUpdate(line.parts.doc, update, fromServer)
  } catch {
    return 'resync'
  }
  if (kind === 'step2') talk.synced = true
  reached(line, talk)
  return undefined
}

function reached(line: ConnectionRecord, talk: SocketSession): void {
  if (talk.offered && talk.synced) setState(line, { touch: 'online', why: null, synced: true })
  else setState(line, {})
}

/** Whoever is new does not know us yet, or knows what the server kept of us. */
function hearPresence(line: ConnectionRecord, update: Uint8Array): Next {
  const { awareness } = line
  const clock = awareness.meta.get(awareness.clientID)?.clock
  const known = awareness.getStates().size
  try {
    applyAwarenessUpdate(awareness, update, fromServer)
  } catch {
    return undefined
  }
  const isMissed = awareness.meta.get(awareness.clientID)?.clock !== clock
  if (isMissed || awareness.getStates().size > known) sendState(line)
  return undefined
}

function settle(line: ConnectionRecord, talk: SocketSession, frames: number): Next {
  talk.acknowledged = Math.max(talk.acknowledged, Math.min(frames, talk.sent))
  if (talk.acknowledged === talk.sent && !talk.barred) {
    line.failures = 0
    setState(line, { refused: null })
  } else setState(line, {})
  return undefined
}

function refused(line: ConnectionRecord, talk: SocketSession, { code, after }: FrameRefusal): Next {
  if (talk.barred) return undefined
  if (after !== 'never') return after
  talk.barred = true
  // Never acknowledged: it stays what it is, work that only this browser has.
  line.unsent += 1
  setState(line, { refused: code })
  return undefined
}

function changeRole(line: ConnectionRecord, talk: SocketSession, role: string): Next {
  const known = isRole(role) ? role : null
  setState(line, { role: known })
  return known && may(known, 'write') && talk.barred ? 'resync' : undefined
}

function answered(line: ConnectionRecord, { id, body }: { readonly id: number; readonly body: unknown }): Next {
  line.waitingCommands.get(id)?.(isAnswer(body) ? body : { ok: false, code: 'not-understood' })
  line.waitingCommands.delete(id)
  return undefined
}

function isAnswer(body: unknown): body is CommandAnswer {
  return typeof body === 'object' && body !== null && 'ok' in body
}
