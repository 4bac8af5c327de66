import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { closing } from '../../src/protocol/closing.ts'
import { decodeMessage, encodeMessage } from '../../src/protocol/messages.ts'
import type { Served, SharedChart } from '../support/served.ts'
import { startServed } from '../support/served.ts'

let served: Served
let chart: SharedChart

beforeAll(async () => {
  served = await startServed()
  chart = await served.chart()
})
afterAll(async () => served.close())

const crowd = 500

it('[SV7] takes 500 who come back at once, and everybody has the chart', async () => {
  const people = await Promise.all(Array.from({ length: crowd }, come))
  expect(people.every(({ doc }) => doc.getMap('steps').size === 3)).toBe(true)
  expect(served.server.context.rooms.stats().connections).toBe(crowd)
  // Everybody loses the chart at one moment, and comes again.
  const gone = people.map(async ({ socket }) => new Promise((resolve) => socket.once('close', resolve)))
  served.server.context.rooms.gone(chart.id)
  expect(new Set(await Promise.all(gone))).toEqual(new Set([closing.gone]))
  const again = await Promise.all(Array.from({ length: crowd }, come))
  expect(again.every(({ doc }) => doc.getMap('steps').size === 3)).toBe(true)
  for (const { socket } of again) socket.close()
  expect(served.reported).toEqual([])
})

async function come(): Promise<{ readonly doc: Y.Doc; readonly socket: WebSocket }> {
  const { json } = await served.ask('POST', `/api/charts/${chart.id}/ticket`, { token: chart.tokens.viewer })
  const address = `${served.url.replace('http', 'ws')}/sync/${chart.id}?ticket=${String(json['ticket'])}`
  const socket = new WebSocket(address)
  const doc = new Y.Doc()
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.on('message', (bytes: Buffer) => {
      const message = decodeMessage(bytes)
      if (message?.kind === 'step1')
        socket.send(encodeMessage({ kind: 'step1', stateVector: Y.encodeStateVector(doc) }))
      if (message?.kind !== 'step2') return
      Y.applyUpdate(doc, message.update)
      resolve({ doc, socket })
    })
  })
}
