/** Edit → visible to the others, edits a second, memory, and what kill -9 takes, beside what one would use instead. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { printTable, ratio } from '../table.ts'
import type { Member, Peer, Room, Running } from './peers.ts'
import { peers, running } from './peers.ts'

export async function together(): Promise<void> {
  const measured: Measured[] = []
  // The stock client tells of every frame that it does not know; that is not what is measured.
  const error = console.error
  console.error = () => undefined
  try {
    for (const peer of peers) measured.push(await measure(peer))
  } finally {
    console.error = error
  }
  const [ours, ...others] = measured as [Measured, ...Measured[]]
  const best = (of: (one: Measured) => number) => Math.min(...others.map(of))
  printTable(
    'Edit → visible to the others, ms (20 people in one chart, 5 edits a second each; 2 in each of 200)',
    ['', '20 p50', '20 p99', '200×2 p50', '200×2 p99'],
    [
      ...measured.map(({ name, one, many }) => [name, ms(one.p50), ms(one.p99), ms(many.p50), ms(many.p99)]),
      [
        'ours against the best of them',
        ratio(
          ours.one.p50,
          best((peer) => peer.one.p50),
        ),
        ratio(
          ours.one.p99,
          best((peer) => peer.one.p99),
        ),
        ratio(
          ours.many.p50,
          best((peer) => peer.many.p50),
        ),
        ratio(
          ours.many.p99,
          best((peer) => peer.many.p99),
        ),
      ],
    ],
  )
  printTable(
    'Work and safety',
    ['', 'edits/s', 'MB a document', 'seen, then lost by kill -9'],
    measured.map(({ name, perSecond, memory, lost }) => [
      name,
      Math.round(perSecond),
      memory.toFixed(2),
      `${lost.lost} of ${lost.seen}`,
    ]),
  )
}

interface Latency {
  readonly p50: number
  readonly p99: number
}

interface Measured {
  readonly name: string
  readonly one: Latency
  readonly many: Latency
  readonly perSecond: number
  readonly memory: number
  readonly lost: { readonly seen: number; readonly lost: number }
}

async function measure(peer: Peer): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qingquan-bench-'))
  const server = await running(peer.script, dataDir)
  const [first, second, third, ...rest] = (await peer.rooms(server, 203)) as [Room, Room, Room, ...Room[]]
  const one = await latency(peer, server, [first], 20)
  const perSecond = await throughput(peer, server, second)
  const before = server.memory()
  const many = await latency(peer, server, rest, 2)
  const memory = (server.memory() - before) / rest.length
  const lost = await killed(peer, server, third, dataDir)
  return { name: peer.name, one, many, perSecond, memory, lost }
}

/** ms for which everybody edits. */
const span = 6000

async function latency(
  peer: Peer,
  server: Running,
  rooms: readonly Room[],
  people: number,
): Promise<Latency> {
  const members: Member[] = []
  for (const room of rooms) for (let i = 0; i < people; i += 1) members.push(await peer.join(server, room))
  const times: number[] = []
  for (const { doc } of members) {
    // Of a map that only remote updates touch in this document.
    doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === 'mine') return
      const sent = stamp(doc)
      if (sent !== undefined) times.push(performance.now() - sent)
    })
  }
  // One chart carries 100 edits a second, 200 charts 400 together.
  const every = rooms.length === 1 ? 200 : 1000
  const end = performance.now() + span
  while (performance.now() < end) {
    for (const { doc } of members) {
      await pause(every / members.length)
      edit(doc, performance.now())
    }
  }
  await pause(500)
  for (const member of members) member.leave()
  times.sort((a, b) => a - b)
  return {
    p50: times[Math.floor(times.length / 2)] ?? Number.NaN,
    p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN,
  }
}

function edit(doc: Y.Doc, value: number): void {
  doc.transact(() => {
    const record = doc.getMap<Y.Map<unknown>>('meta').get('bench')
    if (record) record.set('note', value)
    else doc.getMap('meta').set('bench', new Y.Map([['note', value]]))
  }, 'mine')
}

function stamp(doc: Y.Doc): number | undefined {
  return doc.getMap<Y.Map<unknown>>('meta').get('bench')?.get('note') as number | undefined
}

const burst = { people: 20, edits: 400 }

/** 20 people, as fast as they can; until one more has seen it all. */
async function throughput(peer: Peer, server: Running, room: Room): Promise<number> {
  const watcher = await peer.join(server, room)
  const members = await Promise.all(Array.from({ length: burst.people }, async () => peer.join(server, room)))
  const total = burst.people * burst.edits
  const all = seen(watcher.doc, total)
  const began = performance.now()
  for (let i = 0; i < burst.edits; i += 1) {
    members.forEach(({ doc }, person) => put(doc, `${person}-${i}`))
    // Between two edits the sockets get their turn, as in a browser.
    await new Promise((resolve) => void setImmediate(resolve))
  }
  await all
  const took = (performance.now() - began) / 1000
  for (const member of [watcher, ...members]) member.leave()
  return total / took
}

function put(doc: Y.Doc, id: string): void {
  doc.getMap('measures').set(id, new Y.Map([['text', id]]))
}

async function seen(doc: Y.Doc, count: number): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (doc.getMap('measures').size < count) return
      doc.off('afterTransaction', look)
      resolve()
    }
    doc.on('afterTransaction', look)
  })
}

/** What another person has seen on the screen when the server is killed, and what is there afterwards. */
async function killed(peer: Peer, server: Running, room: Room, dataDir: string) {
  const [writer, reader] = [await peer.join(server, room), await peer.join(server, room)]
  for (let i = 0; i < 100; i += 1) {
    put(writer.doc, `k${i}`)
    await pause(10)
  }
  const seenIds = [...reader.doc.getMap('measures').keys()]
  await server.kill()
  writer.leave()
  reader.leave()
  const again = await running(peer.script, dataDir)
  const fresh = await peer.join(again, room)
  const lost = seenIds.filter((id) => !fresh.doc.getMap('measures').has(id)).length
  fresh.leave()
  await again.kill()
  return { seen: seenIds.length, lost }
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => void setTimeout(resolve, ms))
}

function ms(value: number): string {
  return value.toFixed(1)
}
