/**
 * The browser's side of a room (protocol/README.md). Local changes are sent and counted until
 * the server acknowledges them as durable; remote changes are applied. A lost, half-open or
 * inconsistent connection is reopened and synchronised from scratch. Clock, randomness,
 * tickets and sockets are passed in.
 */
import { Awareness } from 'y-protocols/awareness'
import { closing } from '../protocol/closing.ts'
import type { ConnectionState, WhyOffline } from './connectionState.ts'
import { finalReasons, notYetConnected } from './connectionState.ts'
import type { ConnectionParts } from './connectionParts.ts'
import type { CommandAnswer, ConnectionRecord, SocketSession } from './socketSession.ts'
import {
  sendKeepAlive,
  beginSession,
  endSession,
  sendSyncStep1,
  handleFrame,
  queueUpdate,
  sendCommand,
  sendPresence,
  setState,
} from './socketSession.ts'
import { fromServer, fromServerByTab } from './origins.ts'

export interface Connection {
  readonly awareness: Awareness
  readonly state: () => ConnectionState
  /** Adds a listener; returns a function that removes it. */
  readonly onChange: (listener: () => void) => () => void
  readonly onNotice: (listener: (body: unknown) => void) => () => void
  /**
   * Sends a command. Always resolves; with `not-connected` if the connection is lost, in which
   * case the command may have been executed.
   */
  readonly command: (body: object) => Promise<CommandAnswer>
  /** Call when the network is back or the page becomes visible: reconnects at once. */
  readonly wake: () => void
  /** Call when the browser says that the network is gone: says so at once, and tries again. */
  readonly networkLost: () => void
  /** Reconnects on request of the person, even after a final refusal. */
  readonly retry: () => void
  readonly close: () => void
}

/** ms between attempts: doubled from `first` to `longest`, each randomised between half and the whole. */
const waits = { first: 500, longest: 30_000, later: 5_000 } as const

/**
 * ms of silence before a keep-alive is sent (`ask`; `askWaiting` while something is not
 * acknowledged), before the page says that there is no network (`answer`, after asking), and
 * before the connection is given up (`gone`); the first exchange may be large (`greeting`).
 */
const silence = { ask: 10_000, askWaiting: 1250, answer: 1250, gone: 30_000, greeting: 60_000 } as const

/** ms between two looks. */
const lookEvery = 250

/**
 * Opens the connection of one document and keeps it open, reconnecting after failures, until
 * `close`. Never throws: failures show in `state`.
 */
export function openConnection(parts: ConnectionParts): Connection {
  const record = newLine(parts)
  const { doc } = parts
  const { awareness } = record
  const changed = (update: Uint8Array, origin: unknown) => {
    if (origin !== fromServer && origin !== fromServerByTab) queueUpdate(record, update)
  }
  const presence = (_: unknown, origin: unknown) => {
    if (origin !== fromServer) sendPresence(record)
  }
  doc.on('update', changed)
  awareness.on('update', presence)
  attempt(record)
  watchSilence(record)
  return {
    awareness,
    state: () => record.state,
    onChange: (listener) => listening(record.listeners, listener),
    onNotice: (listener) => listening(record.notices, listener),
    command: async (body) => sendCommand(record, body),
    wake: () => wake(record),
    networkLost: () => {
      if (record.session) down(record, 'no-network')
    },
    retry: () => {
      record.failures = 0
      record.unopened = 0
      record.way = 'websocket'
      setState(record, { status: 'connecting', why: null })
      attempt(record)
    },
    close: () => {
      record.closed = true
      record.cancelWait()
      record.cancelWatch()
      doc.off('update', changed)
      awareness.off('update', presence)
      endSession(record)
      awareness.destroy()
    },
  }
}

function newLine(parts: ConnectionParts): ConnectionRecord {
  return {
    parts,
    awareness: new Awareness(parts.doc),
    listeners: new Set(),
    notices: new Set(),
    waitingCommands: new Map(),
    state: notYetConnected,
    session: undefined,
    // 1: the local copy may hold changes that the server does not have.
    unsent: 1,
    commands: 0,
    failures: 0,
    attempts: 0,
    unopened: 0,
    way: 'websocket',
    closed: false,
    cancelWait: () => undefined,
    cancelWatch: () => undefined,
  }
}

function listening<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Closes the current socket and connects again. Of two concurrent attempts only the newer counts. */
function attempt(record: ConnectionRecord): void {
  record.cancelWait()
  endSession(record)
  const mine = (record.attempts += 1)
  const isLate = () => record.closed || mine !== record.attempts
  record.parts.ticket().then(
    (answer) => {
      if (isLate()) return
      if (!answer.ok) return down(record, answer.why)
      setState(record, { role: answer.role })
      connect(record, answer.ticket)
    },
    () => {
      if (!isLate()) down(record, 'no-network')
    },
  )
}

function connect(record: ConnectionRecord, ticket: string): void {
  if (record.unopened >= unopenedForDetour) record.way = 'polling'
  const socket = record.parts.socket(ticket, record.way)
  socket.binaryType = 'arraybuffer'
  const session = beginSession(record, socket)
  const isOld = () => record.session !== session
  record.unopened += 1
  let isOpen = false
  record.parts.after(opening, () => {
    if (!isOld() && !isOpen && record.way === 'websocket') lost(record)
  })
  socket.addEventListener('open', () => {
    if (isOld()) return
    isOpen = true
    record.unopened = 0
    setState(record, { isDetour: record.way === 'polling' })
    sendSyncStep1(record)
  })
  socket.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
    if (isOld()) return
    const next = handleFrame(record, session, new Uint8Array(data))
    if (next === 'resync') down(record, 'no-network')
    if (next === 'later') down(record, 'server-trouble')
  })
  // An error is always followed by the closing.
  socket.addEventListener('error', () => undefined)
  socket.addEventListener('close', ({ code }) => {
    if (isOld()) return
    if (code === messageTooBig) setState(record, { refused: 'too-large' })
    const known = reasons[code]
    if (known) down(record, known)
    else lost(record)
  })
}

/** Cut, or never opened. */
function lost(record: ConnectionRecord): void {
  down(record, record.unopened >= unopenedByProxy ? 'proxy' : 'no-network')
}

/** ms in which a WebSocket opens: something may swallow the request without an answer. */
const opening = 1500

/** WebSockets in a row that never opened, after which plain requests are tried: the server gave a ticket each time. */
const unopenedForDetour = 2

/** Sockets in a row that never opened, after which the proxy is named: the server gave a ticket each time. */
const unopenedByProxy = 3

/** WebSocket's own code: the frame was larger than any server takes. */
const messageTooBig = 1009

const reasons: { readonly [code: number]: WhyOffline } = {
  [closing.noAccess]: 'no-right',
  [closing.gone]: 'deleted',
  [closing.tryLater]: 'server-trouble',
  [closing.tooManyRefusals]: 'server-trouble',
}

/** Handles a lost connection; schedules another attempt unless the reason is final. */
function down(record: ConnectionRecord, why: WhyOffline): void {
  endSession(record)
  const final = finalReasons.includes(why)
  setState(record, {
    status: final ? 'ended' : 'offline',
    why,
    ...(why === 'no-right' ? { role: null } : {}),
  })
  if (final) return
  const least = why === 'server-trouble' ? waits.later : waits.first
  const wait = Math.min(waits.longest, least * 2 ** record.failures)
  record.failures += 1
  record.cancelWait = record.parts.after(wait * (0.5 + record.parts.random() / 2), () => attempt(record))
}

function wake(record: ConnectionRecord): void {
  const { status, why } = record.state
  if (status === 'offline' || why === 'no-server') attempt(record)
  else checkSilence(record)
}

function watchSilence(record: ConnectionRecord): void {
  record.cancelWatch = record.parts.after(lookEvery, () => {
    checkSilence(record)
    watchSilence(record)
  })
}

/** Detects half-open connections: sends a keep-alive after silence, then gives up. */
function checkSilence(record: ConnectionRecord): void {
  if (!record.session) return
  const silent = record.parts.now() - record.session.heardAt
  const greeted = record.session.offered && record.session.synced
  const late = !greeted && record.parts.now() - record.session.beganAt >= silence.greeting
  if (late || silent >= silence.gone) down(record, 'no-network')
  else if (greeted) suspect(record, record.session, silent)
}

/** Says after a question without an answer that there is no network; the connection is kept meanwhile. */
function suspect(record: ConnectionRecord, session: SocketSession, silent: number): void {
  const { askedAt } = session
  const isWaiting = session.sent > session.acknowledged && !session.rejected
  const [ask, answer] = isWaiting ? [silence.askWaiting, silence.answer] : [silence.ask, silence.ask]
  if (askedAt === undefined) {
    if (silent >= ask) sendKeepAlive(record)
  } else if (record.parts.now() - askedAt >= answer)
    setState(record, { status: 'offline', why: 'no-network' })
}
