import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readRecords } from '../../../src/doc/readRecords.ts'
import type { FieldChange } from '../../../src/protocol/api.ts'
import { closing } from '../../../src/protocol/closing.ts'
import { connect, named, openHouse, presenceOf, until } from './house.ts'
import { memoryLog } from './memoryLog.ts'

describe('durable before visible', () => {
  it('[RM6] [PR3] tells nobody of an update before the log has it: no acknowledgement, no broadcast, no step 2', async () => {
    const memory = memoryLog()
    const { url, rooms } = await openHouse({ log: memory.log })
    const [one, two] = [await connect(url, '甲'), await connect(url, '乙')]
    await Promise.all([one.synced(), two.synced()])
    const release = memory.hold()
    one.say({ kind: 'update', update: one.edit(named('a', '受理')) })
    await until(() => rooms.stats().connections === 2, 'both')
    const three = await connect(url, '丙')
    three.say({ kind: 'step1', stateVector: Y.encodeStateVector(three.doc) })
    three.say({ kind: 'queryAwareness' })
    // What it is answered after the step 1 shows that the step 1 was heard.
    await until(() => three.of('awareness').length === 2, 'presence')
    expect([one.acknowledged(), two.of('update').length, three.of('step2').length]).toEqual([0, 0, 0])
    expect(three.of('step1')).toEqual([])
    release()
    await one.isAcknowledged(1)
    await until(() => two.of('update').length === 1 && three.of('step2').length === 1, 'the update')
    expect(readRecords(three.doc).steps).toEqual({ a: { name: '受理' } })
    expect((await rooms.chart('chart-1')).steps).toMatchObject([{ id: 'a', name: '受理' }])
  })

  it('[RM7] [PR2] counts step 2 and update alike, in order, and acknowledges all that became durable together once', async () => {
    const memory = memoryLog()
    const { url } = await openHouse({ log: memory.log })
    const one = await connect(url, '甲')
    await one.synced()
    const release = memory.hold()
    const updates = [1, 2, 3, 4].map((n) => one.edit(named(`s${n}`, `环节${n}`)))
    one.say({ kind: 'step2', update: updates[0]! })
    for (const update of updates.slice(1)) one.say({ kind: 'update', update })
    one.say({ kind: 'queryAwareness' })
    await until(() => one.of('awareness').length === 2, 'presence')
    release()
    await one.isAcknowledged(4)
    const counts = one.of('acknowledge').map(({ frames }) => frames)
    expect(counts).toEqual([...new Set(counts)].toSorted((a, b) => a - b))
    expect(counts.length).toBeLessThanOrEqual(2)
    expect(memory.entries).toHaveLength(4)
  })

  it('[RM7] acknowledges what it has had before, and keeps it once', async () => {
    const memory = memoryLog()
    const { url } = await openHouse({ log: memory.log })
    const [one, two] = [await connect(url, '甲'), await connect(url, '乙')]
    await two.synced()
    const update = one.edit(named('a', '受理'))
    for (let n = 0; n < 3; n += 1) one.say({ kind: 'update', update })
    one.say({ kind: 'step2', update: Y.encodeStateAsUpdate(one.doc) })
    await one.isAcknowledged(4)
    expect(memory.entries).toHaveLength(1)
    expect(two.of('update')).toHaveLength(1)
  })

  it('[RM8] [PR4] says of each frame that is refused which and why, before an acknowledgement counts it', async () => {
    const memory = memoryLog()
    const { url, rooms } = await openHouse({ log: memory.log })
    const one = await connect(url, '甲')
    one.say({ kind: 'update', update: one.edit(named('a', '受理')) })
    one.say({ kind: 'update', update: Uint8Array.of(9, 9, 9) })
    one.say({ kind: 'update', update: one.edit(named('b', '审查')) })
    await one.isAcknowledged(3)
    const refused = one.heard.findIndex(({ kind }) => kind === 'refuse')
    const counted = one.heard.findIndex((said) => said.kind === 'acknowledge' && said.frames >= 2)
    expect(one.heard[refused]).toEqual({ kind: 'refuse', frame: 2, code: 'undecodable', after: 'resync' })
    expect(refused).toBeLessThan(counted)
    expect(memory.entries).toHaveLength(2)
    expect(rooms.stats()).toMatchObject({ rooms: 1, connections: 1, updates: 2, refusals: 1 })
  })

  it('[RM9] lets go after 20 refusals, and the others stay', async () => {
    const { url } = await openHouse({ log: memoryLog().log })
    const [one, two] = [await connect(url, '甲'), await connect(url, '乙')]
    for (let n = 0; n < 30; n += 1) one.say({ kind: 'update', update: Uint8Array.of(9) })
    expect(await one.isClosed()).toBe(closing.tooManyRefusals)
    expect(one.of('refuse')).toHaveLength(20)
    two.say({ kind: 'update', update: two.edit(named('a', '受理')) })
    await two.isAcknowledged(1)
  })

  it.each([
    ['no message', Uint8Array.of(0, 2, 200)],
    ['a kind that there is not', Uint8Array.of(99)],
    ['what only the server says', Uint8Array.of(100, 5)],
    ['a state vector that is none', Uint8Array.of(0, 0, 1, 5)],
    ['presence that is none', Uint8Array.of(1, 2, 1, 1)],
    ['nothing', new Uint8Array()],
    ['words', 'hello'],
  ])('[RM9] [PR6] closes who sends %s (4400), and the others stay', async (_, frame) => {
    const { url, rooms } = await openHouse({ log: memoryLog().log })
    const [one, two] = [await connect(url, '甲'), await connect(url, '乙')]
    one.socket.send(frame)
    expect(await one.isClosed()).toBe(closing.badFrame)
    await two.synced()
    expect(rooms.stats().connections).toBe(1)
  })

  it('[RM10] when nothing can be kept, says so, lets everybody go, and starts afresh from what is kept', async () => {
    const memory = memoryLog()
    const { url, rooms, reports } = await openHouse({ log: memory.log })
    const [one, other] = [await connect(url, '甲'), await connect(url, '丁', 'chart-2')]
    one.say({ kind: 'update', update: one.edit(named('a', '受理')) })
    await one.isAcknowledged(1)
    const release = memory.hold()
    memory.fail(new Error('disk full'))
    for (const id of ['b', 'c']) one.say({ kind: 'update', update: one.edit(named(id, '丢')) })
    one.say({ kind: 'queryAwareness' })
    await until(() => one.of('awareness').length === 2, 'presence')
    release()
    expect(await one.isClosed()).toBe(closing.tryLater)
    expect(one.of('refuse')).toEqual(
      [2, 3].map((frame) => ({ kind: 'refuse', frame, code: 'not-saved', after: 'later' })),
    )
    expect(reports).toHaveLength(1)
    memory.fail(undefined)
    expect(other.closed()).toBeUndefined()
    other.say({ kind: 'update', update: other.edit(named('x', '别处')) })
    await other.isAcknowledged(1)
    expect((await rooms.chart('chart-1')).steps.map(({ id }) => id)).toEqual(['a'])
    const again = await connect(url, '甲')
    again.say({ kind: 'step2', update: Y.encodeStateAsUpdate(one.doc) })
    await again.isAcknowledged(1)
    expect((await rooms.chart('chart-1')).steps.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c'])
  })
})

describe('client ids belong to people', () => {
  it.each(['has edited', 'has only been seen'])(
    '[RM11] 20 of 20 offline edits survive of a colleague who %s and whose clock somebody tries to spend',
    async (before) => {
      const memory = memoryLog()
      const { url, rooms } = await openHouse({ log: memory.log, limits: { idle: 20 } })
      const [colleague, attacker] = [await connect(url, '甲'), await connect(url, '乙')]
      if (before === 'has edited') {
        colleague.say({ kind: 'update', update: colleague.edit(named('a', '受理')) })
      } else colleague.say(presenceOf(colleague.doc.clientID, 1, {}))
      await until(() => attacker.of('update').length + attacker.of('awareness').length === 2, 'the colleague')
      await until(() => memory.entries.length === 1, 'the log')
      const base = Y.encodeStateVector(colleague.doc)
      for (const client of [colleague, attacker]) client.socket.close()
      await until(() => rooms.stats().rooms === 0, 'an empty house')
      const thief = await connect(url, '乙')
      const spent = new Y.Doc()
      Y.applyUpdate(spent, Y.encodeStateAsUpdate(colleague.doc))
      spent.clientID = colleague.doc.clientID
      for (let n = 0; n < 19; n += 1) {
        const from = Y.encodeStateVector(spent)
        spent.getMap('steps').set(`theft${n}`, new Y.Map())
        thief.say({ kind: 'update', update: Y.encodeStateAsUpdate(spent, from) })
      }
      await thief.isAcknowledged(19)
      expect(thief.of('refuse')[0]).toMatchObject({ code: 'foreign-client', after: 'never' })
      expect(thief.of('refuse')).toHaveLength(19)
      for (let n = 0; n < 20; n += 1) colleague.edit(named(`mine${n}`, `离线${n}`))
      const back = await connect(url, '甲')
      back.say({ kind: 'step2', update: Y.encodeStateAsUpdate(colleague.doc, base) })
      await back.isAcknowledged(1)
      const kept = (await rooms.chart('chart-1')).steps.map(({ id }) => id)
      expect(kept.filter((id) => id.startsWith('mine'))).toHaveLength(20)
      expect(kept.filter((id) => id.startsWith('theft'))).toEqual([])
    },
  )
})

describe('a room', () => {
  it('[RM12] tells what was changed, field by field, before and after, once it is durable', async () => {
    const told: (readonly [string, string, readonly FieldChange[]])[] = []
    const { url } = await openHouse({ log: memoryLog().log, onCommit: (...all) => void told.push(all) })
    const one = await connect(url, '甲')
    one.say({ kind: 'update', update: one.edit(named('a', '受理')) })
    one.say({
      kind: 'update',
      update: one.edit({ kind: 'set', root: 'steps', id: 'a', field: 'name', value: '接件' }),
    })
    one.say({
      kind: 'update',
      update: one.edit({ kind: 'set', root: 'steps', id: 'a', field: 'note', value: '一' }),
    })
    one.say({
      kind: 'update',
      update: one.edit({ kind: 'set', root: 'steps', id: 'a', field: 'note', value: undefined }),
    })
    one.say({ kind: 'update', update: one.edit({ kind: 'drop', root: 'steps', id: 'a' }) })
    await one.isAcknowledged(5)
    const at = { root: 'steps', id: 'a' }
    expect(told.map(([chart, person, changes]) => [chart, person, ...changes])).toEqual([
      ['chart-1', '甲', { ...at, after: { name: '受理' } }],
      ['chart-1', '甲', { ...at, field: 'name', before: '受理', after: '接件' }],
      ['chart-1', '甲', { ...at, field: 'note', after: '一' }],
      ['chart-1', '甲', { ...at, field: 'note', before: '一' }],
      ['chart-1', '甲', { ...at, before: { name: '接件' } }],
    ])
  })

  it('[RM13] leaves the memory when nobody is there, merges a log that has grown, and is the same again', async () => {
    const memory = memoryLog()
    const { url, rooms } = await openHouse({ log: memory.log, limits: { idle: 30 } })
    const one = await connect(url, '甲')
    for (let n = 0; n < 60; n += 1) one.say({ kind: 'update', update: one.edit(named('a', `名${n}`)) })
    await one.isAcknowledged(60)
    expect(memory.compactions).toEqual([])
    one.socket.close()
    await until(() => rooms.stats().rooms === 0, 'an empty house')
    await until(() => memory.compactions.length === 1, 'a merged log')
    expect((await rooms.chart('chart-1')).steps).toMatchObject([{ name: '名59' }])
  })

  it('[RM13] merges in the background while people work', async () => {
    const memory = memoryLog()
    const { url } = await openHouse({ log: memory.log })
    const one = await connect(url, '甲')
    for (let n = 0; n < 550; n += 1) one.say({ kind: 'update', update: one.edit(named('a', `名${n}`)) })
    await one.isAcknowledged(550)
    expect(memory.compactions).toEqual(['chart-1'])
  })

  it('[RM14] answers commands, also those that fail, when what was said before is durable; tells notices to all', async () => {
    const memory = memoryLog()
    const { url, rooms, reports } = await openHouse({
      log: memory.log,
      command: async ({ person }, chart, body) => {
        if (body === 'wrong') throw new Error('wrong')
        return { ok: true, person, chart, body, kept: memory.entries.length }
      },
    })
    const one = await connect(url, '甲')
    one.say({ kind: 'update', update: one.edit(named('a', '受理')) })
    one.say({ kind: 'command', id: 1, body: { do: 'x' } })
    one.say({ kind: 'command', id: 2, body: 'wrong' })
    await until(() => one.of('answer').length === 2, 'answers')
    expect(one.of('answer').map(({ id, body }) => [id, body])).toEqual([
      [1, { ok: true, person: '甲', chart: 'chart-1', body: { do: 'x' }, kept: 1 }],
      [2, { ok: false, code: 'our-fault' }],
    ])
    expect(reports).toHaveLength(1)
    rooms.notify('chart-1', { new: 'revision' })
    await until(() => one.of('notice').length === 1, 'a notice')
  })

  it('[RM15] keeps everything before it closes, and says that it may be tried later', async () => {
    const memory = memoryLog()
    const { url, rooms } = await openHouse({ log: memory.log })
    const one = await connect(url, '甲')
    const release = memory.hold()
    one.say({ kind: 'update', update: one.edit(named('a', '受理')) })
    one.say({ kind: 'queryAwareness' })
    await until(() => one.of('awareness').length === 2, 'presence')
    const closed = rooms.close()
    expect(await one.isClosed()).toBe(closing.tryLater)
    release()
    await closed
    expect(memory.entries).toHaveLength(1)
  })

  it('[RM16] a chart that is deleted closes its connections (4404)', async () => {
    const { url, rooms } = await openHouse({ log: memoryLog().log })
    const one = await connect(url, '甲')
    await one.synced()
    rooms.gone('chart-1')
    expect(await one.isClosed()).toBe(closing.gone)
  })
})

describe('a chart that another thread works on', () => {
  it('[BW7] is read from the log, all that was acknowledged, and opens no room', async () => {
    const { url, rooms } = await openHouse({ log: memoryLog().log })
    const one = await connect(url, '甲')
    await one.synced()
    one.say({ kind: 'update', update: one.edit(named('a', '受理')) })
    await one.isAcknowledged(1)
    expect(stepsIn(await rooms.state('chart-1'))).toEqual({ a: { name: '受理' } })
    await rooms.state('chart-2')
    expect(rooms.stats().rooms).toBe(1)
  })
})

function stepsIn(updates: readonly Uint8Array[]) {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return readRecords(doc).steps
}
