/**
 * Somebody who never stops drawing, and whose ledger, outside of the product, says what
 * the server has acknowledged. Speaks raw frames; what is not acknowledged when the
 * connection goes is offered again by the next step 2, as the protocol has it.
 */
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { applyToDoc } from '../../src/doc/chartDoc.ts'
import { decodeMessage, encodeMessage } from '../../src/protocol/messages.ts'

export interface Writer {
  /** Ids of records whose making was acknowledged. */
  readonly acknowledged: ReadonlySet<string>
  readonly made: () => number
  /** Refusals that were heard: honest work must get none but `not-saved`. */
  readonly refused: readonly string[]
  readonly stop: () => void
}

export interface WriterParts {
  readonly name: string
  readonly chart: string
  readonly token: string
  /** Asked anew at each connection. */
  readonly port: () => number
  /** ms between two edits. */
  readonly every: number
}

/** ms without a frame after which a connection is taken for half open. */
const silence = 3000

export function startWriter({ name, chart, token, port, every }: WriterParts): Writer {
  const doc = new Y.Doc()
  const acknowledged = new Set<string>()
  const refused: string[] = []
  let count = 0
  const run = { stopped: false }
  let talk: Talk | undefined
  const connectAgain = async () => {
    while (!run.stopped) {
      try {
        talk = await converse(doc, chart, token, port(), {
          acknowledged,
          refused,
          made: () => idsOf(name, count),
        })
        await talk.ended
      } catch {
        // The server is down: it is tried again.
      }
      talk = undefined
      await new Promise((resolve) => void setTimeout(resolve, 30 + Math.random() * 70))
    }
  }
  void connectAgain()
  const timer = setInterval(() => {
    const before = Y.encodeStateVector(doc)
    const id = `${name}-${count}`
    count += 1
    applyToDoc(doc, [{ kind: 'put', root: 'measures', id, fields: { text: id, risks: [] } }], name)
    talk?.offer(Y.encodeStateAsUpdate(doc, before), [id])
  }, every)
  return {
    acknowledged,
    refused,
    made: () => count,
    stop: () => {
      run.stopped = true
      clearInterval(timer)
      talk?.end()
    },
  }
}

function idsOf(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `${name}-${i}`)
}

interface Ledger {
  readonly acknowledged: Set<string>
  readonly refused: string[]
  /** Everything so far: what a step 2 holds. */
  readonly made: () => readonly string[]
}

interface Talk {
  readonly offer: (update: Uint8Array, ids: readonly string[]) => void
  readonly end: () => void
  readonly ended: Promise<void>
}

async function converse(
  doc: Y.Doc,
  chart: string,
  token: string,
  port: number,
  ledger: Ledger,
): Promise<Talk> {
  const asked = await fetch(`http://127.0.0.1:${port}/api/charts/${chart}/ticket`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(silence),
  })
  const { ticket } = (await asked.json()) as { readonly ticket: string }
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${chart}?ticket=${ticket}`, {
    handshakeTimeout: silence,
  })
  /** The ids that each update frame of this connection holds. */
  const frames: (readonly string[])[] = []
  let settled = 0
  let heardAt = Date.now()
  const offer = (update: Uint8Array, ids: readonly string[], kind: 'step2' | 'update' = 'update') => {
    if (socket.readyState !== WebSocket.OPEN) return
    frames.push(ids)
    socket.send(encodeMessage({ kind, update }))
  }
  let greeted = false
  socket.on('open', () =>
    socket.send(encodeMessage({ kind: 'step1', stateVector: Y.encodeStateVector(doc) })),
  )
  socket.on('message', (bytes: Buffer) => {
    heardAt = Date.now()
    const message = decodeMessage(bytes)
    switch (message?.kind) {
      case 'step1':
        greeted = true
        return offer(Y.encodeStateAsUpdate(doc, message.stateVector), ledger.made(), 'step2')
      case 'step2':
      case 'update':
        return Y.applyUpdate(doc, message.update, 'server')
      case 'acknowledge':
        for (; settled < message.frames; settled += 1)
          for (const id of frames[settled] ?? []) ledger.acknowledged.add(id)
        return
      case 'refuse':
        frames[message.frame - 1] = []
        ledger.refused.push(message.code)
        return socket.close()
      default:
    }
  })
  const watch = setInterval(() => {
    if (Date.now() - heardAt > silence) socket.terminate()
    else if (socket.readyState === WebSocket.OPEN)
      socket.send(encodeMessage({ kind: 'step1', stateVector: Y.encodeStateVector(doc) }))
  }, silence / 3)
  const ended = new Promise<void>((resolve) => {
    socket.once('close', () => {
      clearInterval(watch)
      resolve()
    })
  })
  socket.on('error', () => undefined)
  return { offer: (update, ids) => greeted && offer(update, ids), end: () => socket.terminate(), ended }
}
