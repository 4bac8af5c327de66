/**
 * Somebody who writes once, hears that it is kept, and never comes back: nobody but the
 * store can bring this work into the chart again.
 */
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { applyToDoc } from '../../src/doc/chartDoc.ts'
import { decodeMessage, encodeMessage } from '../../src/protocol/messages.ts'

export interface Leaver {
  readonly id: string
  /** Resolves with whether the connection was made. */
  readonly ready: Promise<boolean>
  readonly write: () => void
  readonly isAcknowledged: () => boolean
  /** Resolves when the connection is over, from whatever side. */
  readonly gone: Promise<void>
  readonly leave: () => void
}

/** `heard` is called at the acknowledgement. */
export function startLeaver(
  id: string,
  url: string,
  authorization: Readonly<Record<string, string>>,
  heard: () => void,
): Leaver {
  const run = { acknowledged: false, socket: undefined as WebSocket | undefined }
  const { promise: gone, resolve: over } = Promise.withResolvers<void>()
  const enter = async (): Promise<boolean> => {
    const chart = url.split('/').at(-1)!
    const base = url.slice(0, url.lastIndexOf('/sync/'))
    const asked = await fetch(`${base}/api/charts/${chart}/ticket`, {
      method: 'POST',
      headers: authorization,
    })
    const { ticket } = (await asked.json()) as { readonly ticket: string }
    const socket = new WebSocket(`${url.replace('http', 'ws')}?ticket=${ticket}`)
    run.socket = socket
    socket.on('error', () => undefined)
    socket.once('close', over)
    return new Promise((resolve) => {
      socket.once('close', () => resolve(false))
      socket.on('message', (bytes: Buffer) => {
        const kind = decodeMessage(bytes)?.kind
        if (kind === 'step1') resolve(true)
        if (kind !== 'acknowledge' || run.acknowledged) return
        run.acknowledged = true
        heard()
      })
    })
  }
  const ready = enter().catch(() => {
    over()
    return false
  })
  return {
    id,
    ready,
    gone,
    write: () => {
      const doc = new Y.Doc()
      applyToDoc(
        doc,
        [
          {
            kind: 'put',
            root: 'measures',
            id,
            fields: { text: id, risks: [] },
          },
        ],
        id,
      )
      run.socket?.send(encodeMessage({ kind: 'update', update: Y.encodeStateAsUpdate(doc) }))
    },
    isAcknowledged: () => run.acknowledged,
    leave: () => run.socket?.terminate(),
  }
}
