import { request } from 'node:http'
import { connect as connectTcp } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { ChartDoc } from '../../../src/doc/chartDoc.ts'
import { openChartDoc } from '../../../src/doc/chartDoc.ts'
import { replaceChart } from '../../../src/model/edits/replaceChart.ts'
import { noRecords } from '../../../src/model/records/records.ts'
import { closing } from '../../../src/protocol/closing.ts'
import { chartOf } from '../../support/chartOf.ts'
import { connect, named, noted, openHouse, until } from './house.ts'
import { memoryLog } from './memoryLog.ts'

function stock(url: string, who: string): { readonly chart: ChartDoc; readonly provider: WebsocketProvider } {
  const chart = openChartDoc(new Y.Doc())
  const provider = new WebsocketProvider(url, 'chart-1', chart.doc, {
    params: { ticket: who },
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
  })
  onTestFinished(() => provider.destroy())
  return { chart, provider }
}

describe('the stock y-websocket provider', () => {
  it('[RM22] [PR1] connects, reads and edits, sees the others, and catches up after a pause', async () => {
    const { url, rooms } = await openHouse({ log: memoryLog().log })
    const [one, two] = [stock(url, '甲'), stock(url, '乙')]
    await until(() => one.provider.synced && two.provider.synced, 'sync')
    one.chart.apply(replaceChart(noRecords, chartOf('受理 → 审查 → 决定')))
    await until(() => two.chart.chart().steps.length === 3, 'the chart')
    two.chart.apply([{ kind: 'set', root: 'steps', id: '审查', field: 'name', value: '审核' }])
    await until(() => one.chart.chart().steps[1]!.name === '审核', 'the edit')
    two.provider.awareness.setLocalStateField('at', '审查')
    await until(
      () =>
        JSON.stringify(one.provider.awareness.getStates().get(two.chart.doc.clientID))?.includes('审查') ??
        false,
      'presence',
    )
    expect(one.provider.awareness.getStates().get(two.chart.doc.clientID)).toMatchObject({
      user: { name: '乙名', post: '经办', role: 'editor' },
    })
    two.provider.disconnect()
    two.chart.apply([{ kind: 'set', root: 'steps', id: '受理', field: 'note', value: '离线' }])
    one.chart.apply([{ kind: 'drop', root: 'steps', id: '决定' }])
    two.chart.undo()
    two.chart.redo()
    two.provider.connect()
    await until(
      () => one.chart.chart().steps[0]!.note === '离线' && two.chart.chart().steps.length === 2,
      'both',
    )
    expect(await rooms.chart('chart-1')).toEqual(one.chart.chart())
    expect(rooms.stats().refusals).toBe(0)
  })
})

/** The HTTP status of an upgrade. */
async function status(url: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(url.replace('ws:', 'http:'), {
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
        ...headers,
      },
    })
    asked.on('response', (answer) => resolve(answer.resume().statusCode))
    asked.on('upgrade', (answer, socket) => {
      socket.destroy()
      resolve(answer.statusCode)
    })
    asked.on('error', reject)
    asked.end()
  })
}

describe('the door', () => {
  it('[RM23] answers what it refuses with a plain status', async () => {
    const { url, roles } = await openHouse({ log: memoryLog().log, limits: { connections: 1 } })
    roles.set('生人', undefined)
    const own = new URL(url).host
    expect(await status(`${url}/chart-1?ticket=nobody`)).toBe(401)
    expect(await status(`${url}/chart-1`)).toBe(401)
    expect(await status(`${url}/chart-1?ticket=${encodeURIComponent('生人')}`)).toBe(403)
    expect(await status(`${url}/../etc?ticket=a`)).toBe(404)
    expect(await status(`${url}?ticket=a`)).toBe(404)
    expect(await status(`${url}/chart-1?ticket=a`, { Origin: 'https://evil.example' })).toBe(403)
    expect(await status(`${url}/chart-2?ticket=a`, { Origin: `http://${own}` })).toBe(101)
    const one = await connect(url, '甲')
    await one.synced()
    expect(await status(`${url}/chart-1?ticket=b`)).toBe(429)
  })

  it('[RM23] outlives those who hang up in the middle of it', async () => {
    const { url, http } = await openHouse({ log: memoryLog().log })
    const { port } = http.address() as { readonly port: number }
    for (let n = 0; n < 20; n += 1) {
      const socket = connectTcp(port, '127.0.0.1')
      socket.on('error', () => undefined)
      await new Promise((resolve) => void socket.once('connect', resolve))
      socket.write(
        'GET /sync/chart-1?ticket=a HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n',
      )
      socket.write('Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n')
      socket.resetAndDestroy()
    }
    await (await connect(url, '甲')).synced()
  })

  it('[RM24] closes who sends a frame that is too large (1009), and the others stay', async () => {
    const { url } = await openHouse({ log: memoryLog().log, limits: { frame: 1000 } })
    const [one, two] = [await connect(url, '甲'), await connect(url, '乙')]
    one.socket.send(new Uint8Array(1001))
    expect(await one.isClosed()).toBe(1009)
    await two.synced()
  })

  it('[RM24] reads who is too fast later, and loses nothing', async () => {
    const memory = memoryLog()
    const { url } = await openHouse({ log: memory.log, limits: { updatesAtOnce: 20, updatesPerSecond: 200 } })
    const one = await connect(url, '甲')
    const start = Date.now()
    for (let n = 0; n < 100; n += 1) one.say({ kind: 'update', update: one.edit(named(`s${n}`, '名')) })
    await one.isAcknowledged(100)
    expect(Date.now() - start).toBeGreaterThan(250)
    expect(memory.entries).toHaveLength(100)
    expect(one.of('refuse')).toEqual([])
  })

  it('[RM25] lets go who reads too slowly (4408), before much waits for them', async () => {
    const waiting = 256 * 1024
    const { url, rooms } = await openHouse({ log: memoryLog().log, limits: { waiting } })
    const [one, slow] = [await connect(url, '甲'), await connect(url, '乙')]
    await slow.synced()
    slow.socket.pause()
    const large = 'x'.repeat(64 * 1024)
    let sent = 0
    while (rooms.stats().connections === 2 && sent < 400) {
      one.say({ kind: 'update', update: one.edit(noted('a', `${sent}${large}`)) })
      sent += 1
      await one.isAcknowledged(sent)
    }
    // Beside what may wait here, the kernel holds some megabytes for the two ends.
    expect(rooms.stats().connections).toBe(1)
    expect(sent).toBeLessThan(200)
    slow.socket.resume()
    expect([closing.tooSlow, 1006]).toContain(await slow.isClosed())
  })

  it('[RM26] takes who answers no pings for gone', async () => {
    const { url, rooms } = await openHouse({ log: memoryLog().log, limits: { ping: 40 } })
    const one = await connect(url, '甲')
    const half = new WebSocket(`${url}/chart-1?ticket=b`, { autoPong: false })
    half.on('error', () => undefined)
    await new Promise((resolve) => void half.once('open', resolve))
    await until(() => rooms.stats().connections === 2, 'both')
    await new Promise((resolve) => void half.once('close', resolve))
    await until(() => rooms.stats().connections === 1, 'one')
    expect(one.closed()).toBeUndefined()
    half.terminate()
  })
})
