/**
 * A room as small as it can be, on a real WebSocket: keeps one document, acknowledges, and
 * does on demand what networks and servers do to people.
 */
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import type { WebSocket as ServerSocket } from 'ws'
import * as Y from 'yjs'
import type { Message } from '../../src/protocol/messages.ts'
import { decodeMessage, encodeMessage } from '../../src/protocol/messages.ts'

/** What becomes of an update frame: counted from 1 on its connection. */
type Verdict = 'take' | 'lose' | { readonly refuse: string; readonly after: 'resync' | 'later' | 'never' }

const takeAll = (): Verdict => 'take'

export interface ScriptedServer {
  readonly url: string
  readonly doc: Y.Doc
  /** All that was heard, of all connections, oldest first. */
  readonly heard: readonly Message[]
  readonly connections: () => number
  /** How many connections there ever were. */
  readonly visits: () => number
  /** From now on. */
  readonly judge: (verdict: (frame: number) => Verdict) => void
  /** ms that every frame to the clients waits from now on; each is said so many times. */
  readonly network: (how: {
    readonly delay?: number
    readonly copies?: number
    readonly dead?: boolean
  }) => void
  readonly say: (message: Exclude<Message, { kind: 'unknown' }>) => void
  /** Closes all with a code; without one, cuts the wire. */
  readonly drop: (code?: number) => void
  readonly close: () => Promise<void>
}

export async function scriptedServer(): Promise<ScriptedServer> {
  const doc = new Y.Doc()
  const heard: Message[] = []
  const sockets = new Set<ServerSocket>()
  const network = { delay: 0, copies: 1, dead: false }
  let judge: (frame: number) => Verdict = takeAll
  let visits = 0
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const send = (socket: ServerSocket, message: Exclude<Message, { kind: 'unknown' }>) => {
    if (network.dead) return
    const frame = encodeMessage(message)
    const put = () => {
      for (let copy = 0; copy < network.copies; copy += 1) socket.send(frame)
    }
    if (network.delay > 0) setTimeout(put, network.delay)
    else put()
  }
  const take = (socket: ServerSocket, update: Uint8Array, frame: number) => {
    const verdict = judge(frame)
    if (verdict === 'lose') return
    if (verdict === 'take') {
      Y.applyUpdate(doc, update, socket)
      for (const other of sockets) if (other !== socket) send(other, { kind: 'update', update })
    } else send(socket, { kind: 'refuse', frame, code: verdict.refuse, after: verdict.after })
    send(socket, { kind: 'acknowledge', frames: frame })
  }
  const hear = (socket: ServerSocket, message: Message, frame: number) => {
    heard.push(message)
    if (message.kind === 'step1')
      send(socket, { kind: 'step2', update: Y.encodeStateAsUpdate(doc, message.stateVector) })
    if (message.kind === 'step2' || message.kind === 'update') take(socket, message.update, frame)
    if (message.kind === 'awareness') for (const other of sockets) if (other !== socket) send(other, message)
    if (message.kind === 'queryAwareness') send(socket, { kind: 'awareness', update: Uint8Array.of(0) })
    if (message.kind === 'command')
      send(socket, { kind: 'answer', id: message.id, body: { ok: true, said: message.body } })
  }
  server.on('connection', (socket) => {
    visits += 1
    let frames = 0
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    send(socket, { kind: 'step1', stateVector: Y.encodeStateVector(doc) })
    socket.on('message', (data: Buffer) => {
      if (network.dead) return
      const message = decodeMessage(data)!
      if (message.kind === 'step2' || message.kind === 'update') frames += 1
      hear(socket, message, frames)
    })
  })
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    doc,
    heard,
    connections: () => sockets.size,
    visits: () => visits,
    judge: (verdict) => {
      judge = verdict
    },
    network: (how) => void Object.assign(network, how),
    say: (message) => sockets.forEach((socket) => send(socket, message)),
    drop: (code) =>
      sockets.forEach((socket) => (code === undefined ? socket.terminate() : socket.close(code))),
    close: async () => {
      sockets.forEach((socket) => socket.terminate())
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
