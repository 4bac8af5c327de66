import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Message } from '../../../src/protocol/messages.ts'
import { closing } from '../../../src/protocol/closing.ts'
import { roles as allRoles } from '../../../src/protocol/roles.ts'
import { connect, named, openHouse, presenceOf, until } from './house.ts'
import type { RawClient } from './house.ts'
import { memoryLog } from './memoryLog.ts'

type Frame = Exclude<Message, { kind: 'unknown' }>

/** Every frame that a client may send, and how one sees that it was heeded. */
const frames: Readonly<
  Record<
    string,
    { readonly frame: (client: RawClient) => Frame; readonly heeded: (client: RawClient) => boolean }
  >
> = {
  step1: {
    frame: () => ({ kind: 'step1', stateVector: Uint8Array.of(0) }),
    heeded: (client) => client.of('step2').length === 1,
  },
  step2: {
    frame: (client) => ({ kind: 'step2', update: client.edit(named('new', '新')) }),
    heeded: (client) => client.acknowledged() === 1 && client.of('refuse').length === 0,
  },
  update: {
    frame: (client) => ({ kind: 'update', update: client.edit(named('new', '新')) }),
    heeded: (client) => client.acknowledged() === 1 && client.of('refuse').length === 0,
  },
  'update with nothing new': {
    frame: () => ({ kind: 'update', update: Uint8Array.of(0, 0) }),
    heeded: (client) => client.acknowledged() === 1 && client.of('refuse').length === 0,
  },
  awareness: {
    frame: (client) => presenceOf(client.doc.clientID, 1, {}),
    heeded: (client) => client.of('awareness').length === 2,
  },
  queryAwareness: {
    frame: () => ({ kind: 'queryAwareness' }),
    heeded: (client) => client.of('awareness').length === 2,
  },
  command: {
    frame: () => ({ kind: 'command', id: 1, body: {} }),
    heeded: (client) => client.of('answer').length === 1,
  },
}

const writes = ['step2', 'update']

const matrix = allRoles.flatMap((role) =>
  Object.keys(frames).map((kind) => {
    const writing = role === 'owner' || role === 'editor'
    return [role, kind, writing || !writes.includes(kind) ? 'is heeded' : 'is refused'] as const
  }),
)

describe('roles', () => {
  it.each(matrix)('[RM17] a frame of %s: %s %s', async (role, kind, outcome) => {
    const memory = memoryLog()
    const { url, roles } = await openHouse({ log: memory.log })
    roles.set('甲', role)
    const client = await connect(url, '甲')
    const { frame, heeded } = frames[kind]!
    client.say(frame(client))
    if (outcome === 'is heeded') return until(() => heeded(client), kind)
    await client.isAcknowledged(1)
    expect(client.of('refuse')).toEqual([{ kind: 'refuse', frame: 1, code: 'read-only', after: 'never' }])
    expect(memory.entries).toEqual([])
  })

  it.each(Object.keys(frames))('[RM18] after a downgrade to viewer, within a second: %s', async (kind) => {
    const { url, roles, rooms } = await openHouse({ log: memoryLog().log })
    const client = await connect(url, '甲')
    await until(() => client.heard.length === 2, 'the greeting')
    roles.set('甲', 'viewer')
    const changed = Date.now()
    rooms.accessChanged('chart-1')
    await until(() => client.of('role').length === 1, '102')
    expect(client.of('role')).toEqual([{ kind: 'role', role: 'viewer' }])
    expect(Date.now() - changed).toBeLessThan(1000)
    const { frame, heeded } = frames[kind]!
    client.say(frame(client))
    if (writes.includes(kind)) {
      await client.isAcknowledged(1)
      expect(client.of('refuse')).toMatchObject([{ frame: 1, code: 'read-only' }])
    } else await until(() => heeded(client), kind)
  })

  it('[RM18] a revoked link says so and closes within a second, and frames that wait are not taken', async () => {
    const memory = memoryLog()
    const { url, roles, rooms } = await openHouse({
      log: memory.log,
      limits: { updatesAtOnce: 1, updatesPerSecond: 2 },
    })
    const [one, two] = [await connect(url, '甲'), await connect(url, '乙')]
    await two.synced()
    for (let n = 0; n < 10; n += 1) one.say({ kind: 'update', update: one.edit(named(`s${n}`, '名')) })
    await one.isAcknowledged(1)
    roles.set('甲', undefined)
    const revoked = Date.now()
    rooms.accessChanged('chart-1')
    expect(await one.isClosed()).toBe(closing.noAccess)
    expect(Date.now() - revoked).toBeLessThan(1000)
    expect(one.of('role')).toEqual([{ kind: 'role', role: '' }])
    expect(memory.entries.length).toBeLessThan(4)
    expect(two.closed()).toBeUndefined()
  })

  it('[RM18] what was taken in before is acknowledged, and nothing of others is told meanwhile', async () => {
    const memory = memoryLog()
    const { url, roles, rooms } = await openHouse({ log: memory.log })
    const [one, two] = [await connect(url, '甲'), await connect(url, '乙')]
    await two.synced()
    const release = memory.hold()
    for (let n = 0; n < 3; n += 1) one.say({ kind: 'update', update: one.edit(named(`s${n}`, '名')) })
    two.say({ kind: 'update', update: two.edit(named('t', '乙')) })
    one.say({ kind: 'queryAwareness' })
    await until(() => one.of('awareness').length === 2, 'all that was said before')
    roles.set('甲', undefined)
    rooms.accessChanged('chart-1')
    await until(() => one.of('role').length === 1, '102')
    one.say({ kind: 'update', update: one.edit(named('late', '晚')) })
    release()
    expect(await one.isClosed()).toBe(closing.noAccess)
    expect([one.acknowledged(), one.of('update'), one.of('refuse')]).toEqual([3, [], []])
    await two.isAcknowledged(1)
    expect(memory.entries).toHaveLength(4)
  })

  it('[RM18] a disk that hangs keeps nobody in', async () => {
    const memory = memoryLog()
    const { url, roles, rooms } = await openHouse({ log: memory.log })
    const one = await connect(url, '甲')
    await one.synced()
    const release = memory.hold()
    one.say({ kind: 'update', update: one.edit(named('s', '名')) })
    roles.set('甲', undefined)
    rooms.accessChanged('chart-1')
    expect(await one.isClosed()).toBe(closing.noAccess)
    release()
  })

  it('[RM18] a link that was revoked while the connection was made is found out', async () => {
    let asked = 0
    const roleOf = async () => ((asked += 1) > 0 ? undefined : ('editor' as const))
    const { url } = await openHouse({ log: memoryLog().log, roleOf })
    const one = await connect(url, '甲')
    expect(await one.isClosed()).toBe(closing.noAccess)
    expect(Y.encodeStateVector(one.doc)).toEqual(Uint8Array.of(0))
  })
})
