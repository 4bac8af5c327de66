import { expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { openConnection } from '../../../src/collab/connection.ts'
import { polledConnection } from '../../../src/collab/polledConnection.ts'
import { closing } from '../../../src/protocol/closing.ts'
import { closingHeader, frameBody, framesOfBody } from '../../../src/protocol/frameBody.ts'
import { hashOf, newToken } from '../../../src/server/access/secrets.ts'
import { connect, openHouse, until } from './house.ts'
import { memoryLog } from './memoryLog.ts'

/** Somebody whose proxy lets no WebSocket through. */
function polled(url: string, who: string) {
  const base = `${url.replace('ws:', 'http:')}/chart-1/poll`
  const post = async (path: string, body?: Uint8Array<ArrayBuffer>) =>
    fetch(`${base}${path}${path === '' ? `?ticket=${encodeURIComponent(who)}` : ''}`, {
      method: 'POST',
      body: body ?? null,
    })
  const doc = new Y.Doc()
  const connection = openConnection({
    doc,
    ticket: async () => ({ ok: true, ticket: who, role: 'editor' }),
    socket: () => polledConnection(post),
    now: () => performance.now(),
    after: (ms, call) => {
      const timer = setTimeout(call, ms)
      return () => clearTimeout(timer)
    },
    random: () => 0.5,
  })
  onTestFinished(() => connection.close())
  return { doc, connection, base }
}

const steps = (doc: Y.Doc) => [...doc.getMap('steps').keys()].sort()

function write(doc: Y.Doc, id: string): void {
  const step = new Y.Map<string>()
  doc.getMap('steps').set(id, step)
  doc.transact(() =>
    ['order', 'kind', 'name'].forEach((field, at) => step.set(field, ['a0', 'process', id][at]!)),
  )
}

it('[RM30] plain requests carry edits both ways, through the same gate and acknowledged alike', async () => {
  const { url, rooms } = await openHouse({ log: memoryLog().log })
  const a = polled(url, '甲')
  write(a.doc, 'before')
  await until(
    () => a.connection.state().status === 'online' && a.connection.state().unacknowledged === 0,
    'the offer',
  )
  const b = await connect(url, '乙')
  await b.synced()
  expect(steps(b.doc)).toEqual(['before'])
  write(a.doc, 'by a')
  await until(() => steps(b.doc).includes('by a'), 'the edit of who polls')
  const change = { kind: 'set', root: 'steps', id: 'before', field: 'name', value: '改' } as const
  b.say({ kind: 'update', update: b.edit(change) })
  const nameOf = () => a.doc.getMap<Y.Map<string>>('steps').get('before')?.get('name')
  await until(() => nameOf() === '改', 'the edit of the other')
  await until(() => a.connection.state().unacknowledged === 0, 'the acknowledgement')
  expect(rooms.stats().refusals).toBe(0)
})

it('[RM30] who lost the right is told so and let go, as over a WebSocket', async () => {
  const { url, rooms, roles } = await openHouse({ log: memoryLog().log })
  const a = polled(url, '甲')
  await until(() => a.connection.state().status === 'online', 'the connection')
  roles.set('甲', undefined)
  rooms.accessChanged('chart-1')
  await until(() => a.connection.state().why === 'no-right', 'the end')
  expect(a.connection.state().status).toBe('ended')
})

it('[RM30] is refused without a ticket, a secret or a whole body; the secret is a token', async () => {
  const { url } = await openHouse({ log: memoryLog().log })
  const { base } = polled(url, '甲')
  const status = async (path: string, body?: Uint8Array<ArrayBuffer>) =>
    (await fetch(base + path, { method: 'POST', body: body ?? null })).status
  expect(await status('?ticket=nobody')).toBe(401)
  expect(await status('')).toBe(401)
  expect(await status('/unknown/hear')).toBe(410)
  const opened = await fetch(`${base}?ticket=乙`, { method: 'POST' })
  const secret = await opened.text()
  expect(await status(`/${secret}/send`, Uint8Array.of(0, 0, 9))).toBe(400)
  expect(await status(`/${secret}/send`, frameBody([Uint8Array.of(99, 99)]))).toBe(204)
  // What is no message ends the connection.
  const codes: (string | null)[] = []
  for (let asked = 0; asked < 3 && codes.at(-1) !== '4400'; asked += 1) {
    const heard = await fetch(`${base}/${secret}/hear`, { method: 'POST' })
    codes.push(heard.headers.get(closingHeader))
  }
  expect(codes.at(-1)).toBe(String(closing.badFrame))
})

it('[PR9] frames in a body come out as they went in; what was cut is none', () => {
  const frames = [Uint8Array.of(1, 2, 3), new Uint8Array(0), Uint8Array.of(9)]
  const body = frameBody(frames)
  expect(framesOfBody(body)).toEqual(frames)
  expect(framesOfBody(body.slice(0, -1))).toBeUndefined()
  expect(framesOfBody(new Uint8Array(0))).toEqual([])
})

it('[AC4] a token ends in a letter or digit, so that no program leaves its end out of the link', () => {
  const tokens = Array.from({ length: 300 }, newToken)
  expect(tokens.filter((token) => !/^[\w-]{31}[A-Za-z0-9]$/.test(token))).toEqual([])
  expect(hashOf(tokens[0]!)).toHaveLength(64)
})
