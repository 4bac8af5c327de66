import * as decoding from 'lib0/decoding'
import { describe, expect, it } from 'vitest'
import type { RawClient } from './house.ts'
import { connect, openHouse, presenceOf, until } from './house.ts'
import { memoryLog } from './memoryLog.ts'

/** Everything that a client has been told of presence, the latest of each. */
function seen(client: RawClient): ReadonlyMap<number, unknown> {
  const states = new Map<number, unknown>()
  for (const { update } of client.of('awareness')) {
    const input = decoding.createDecoder(update)
    for (let left = decoding.readVarUint(input); left > 0; left -= 1) {
      const id = decoding.readVarUint(input)
      decoding.readVarUint(input)
      states.set(id, JSON.parse(decoding.readVarString(input)))
    }
  }
  return states
}

const stamp = (who: string) => ({ name: `${who}名`, post: '经办', role: 'editor' })

describe('presence', () => {
  it('[RM19] [PR7] is told to all, stamped by the server, also to those who come later, and ends with the connection', async () => {
    const { url } = await openHouse({ log: memoryLog().log })
    const [one, two] = [await connect(url, '甲'), await connect(url, '乙')]
    one.say(presenceOf(11, 1, { at: 'a', user: { name: '局长', role: 'owner' } }))
    const state = { at: 'a', user: stamp('甲') }
    for (const client of [one, two]) await until(() => seen(client).has(11), 'presence')
    expect([seen(one).get(11), seen(two).get(11)]).toEqual([state, state])
    const three = await connect(url, '丙')
    await until(() => three.of('awareness').length === 1, 'presence')
    expect(seen(three)).toEqual(new Map([[11, state]]))
    one.socket.close()
    await until(() => seen(two).get(11) === null, 'the end')
  })

  it.each([
    ['under an id that is another’s slot', presenceOf(11, 5, { at: 'forged' })],
    ['that ends another', presenceOf(11, 5, null)],
    ['that is too large', presenceOf(22, 1, { at: 'x'.repeat(1100) })],
    ['that is no object', presenceOf(22, 1, ['x'])],
  ])('[RM20] [PR7] one %s is passed over, and the connection stays', async (_, forged) => {
    const { url } = await openHouse({ log: memoryLog().log })
    const [one, two] = [await connect(url, '甲'), await connect(url, '乙')]
    one.say(presenceOf(11, 1, { at: 'a' }))
    await until(() => seen(two).has(11), 'presence')
    two.say(forged)
    two.say(presenceOf(33, 1, { at: 'b' }))
    await until(() => seen(one).has(33), 'the true one')
    expect(seen(one)).toEqual(
      new Map([
        [11, { at: 'a', user: stamp('甲') }],
        [33, { at: 'b', user: stamp('乙') }],
      ]),
    )
    expect(two.of('refuse')).toEqual([])
  })

  it('[RM20] a connection has one slot: no ghosts', async () => {
    const { url } = await openHouse({ log: memoryLog().log })
    const [one, two] = [await connect(url, '甲'), await connect(url, '乙')]
    for (let id = 100; id < 300; id += 1) two.say(presenceOf(id, 1, { at: 'b' }))
    two.say(presenceOf(100, 2, { at: 'c' }))
    await until(() => JSON.stringify(seen(one).get(100))?.includes('"c"') ?? false, 'presence')
    expect([...seen(one).keys()]).toEqual([100])
  })

  it('[RM20] an id under which somebody has edited is nobody else’s', async () => {
    const { url } = await openHouse({ log: memoryLog().log })
    const [one, two] = [await connect(url, '甲'), await connect(url, '乙')]
    const { clientID } = one.doc
    one.say({ kind: 'update', update: one.edit({ kind: 'put', root: 'posts', id: 'p', fields: {} }) })
    await one.isAcknowledged(1)
    two.say(presenceOf(clientID, 1, { at: 'forged' }))
    two.say(presenceOf(33, 1, { at: 'b' }))
    await until(() => seen(one).has(33), 'the true one')
    expect([...seen(one).keys()]).toEqual([33])
  })

  it('[RM20] who comes back before the server has noticed keeps the slot', async () => {
    const { url } = await openHouse({ log: memoryLog().log })
    const [one, two] = [await connect(url, '甲'), await connect(url, '乙')]
    one.say(presenceOf(11, 1, { at: 'a' }))
    await until(() => seen(two).has(11), 'presence')
    const again = await connect(url, '甲')
    again.say(presenceOf(11, 2, { at: 'again' }))
    await until(() => JSON.stringify(seen(two).get(11)).includes('again'), 'presence')
    one.socket.close()
    await one.isClosed()
    again.say(presenceOf(11, 3, { at: 'still' }))
    await until(() => JSON.stringify(seen(two).get(11)).includes('still'), 'presence')
  })

  it('[RM21] is told at most every so often, all that is new at once', async () => {
    const { url } = await openHouse({ log: memoryLog().log, limits: { presenceEvery: 200 } })
    const watcher = await connect(url, '甲')
    const movers = await Promise.all(['乙', '丙', '丁', '戊'].map(async (who) => connect(url, who)))
    const start = Date.now()
    for (let move = 1; move <= 40; move += 1) {
      movers.forEach((mover, index) => mover.say(presenceOf(index + 1, move, { move })))
      await new Promise((resolve) => void setTimeout(resolve, 5))
    }
    await until(
      () => [1, 2, 3, 4].every((id) => JSON.stringify(seen(watcher).get(id))?.includes('40')),
      'the last',
    )
    const told = watcher.of('awareness').length - 1
    expect(told).toBeLessThanOrEqual(Math.ceil((Date.now() - start) / 200) + 1)
  })
})
