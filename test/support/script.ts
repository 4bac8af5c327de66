/** A script that edits a chart over the connection, with the stock y-websocket provider. */
import { WebsocketProvider } from 'y-websocket'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Role } from '../../src/protocol/roles.ts'
import type { Served, SharedChart } from './served.ts'

export interface Script {
  readonly doc: Y.Doc
  /** Resolved when the change has been sent. */
  readonly set: (root: string, id: string, field: string, value: unknown) => Promise<void>
  readonly close: () => void
}

export async function openScript(served: Served, chart: SharedChart, role: Role): Promise<Script> {
  const { json } = await served.ask('POST', `/api/charts/${chart.id}/ticket`, { token: chart.tokens[role] })
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${served.url.replace('http', 'ws')}/sync`, chart.id, doc, {
    params: { ticket: String(json['ticket']) },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  return {
    doc,
    set: async (root, id, field, value) => {
      const record = doc.getMap<Y.Map<unknown>>(root).get(id)
      if (!record) throw new Error(`no ${root} ${id}`)
      record.set(field, value)
    },
    close: () => provider.destroy(),
  }
}
