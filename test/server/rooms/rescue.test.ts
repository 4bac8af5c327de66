import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyToDoc } from '../../../src/doc/chartDoc.ts'
import { historyWords } from '../../../src/text/messages/server.ts'
import { connect, named, openHouse } from './house.ts'
import { memoryLog } from './memoryLog.ts'

async function withSteps(count: number) {
  const { log, entries } = memoryLog()
  const { url } = await openHouse({ log })
  const one = await connect(url, '甲')
  for (let i = 0; i < count; i += 1) one.say({ kind: 'update', update: one.edit(named(`s${i}`, `环节${i}`)) })
  await one.isAcknowledged(count)
  const drop = async (from: number, to: number) => {
    const before = Y.encodeStateVector(one.doc)
    const steps = Array.from({ length: to - from }, (_, i) => `s${from + i}`)
    applyToDoc(
      one.doc,
      steps.map((id) => ({ kind: 'drop' as const, root: 'steps' as const, id })),
      'me',
    )
    one.say({ kind: 'update', update: Y.encodeStateAsUpdate(one.doc, before) })
    await one.isAcknowledged(count + 1)
    return entries.at(-1)?.revision
  }
  return { first: entries[0]?.revision, drop }
}

it('[HI1] a chart has a revision at birth: with the first thing that is written into it', async () => {
  const { first } = await withSteps(1)
  expect(first?.file).toContain('环节0')
})

it('[HI1] six steps in one update are kept as they were, in the transaction that takes them away', async () => {
  const { drop } = await withSteps(40)
  const kept = await drop(3, 9)
  expect(kept?.name).toBe(historyWords.beforeDeletion)
  expect(kept?.file).toContain('环节8')
})

it('[HI1] so is a fifth of the chart, and four of forty are not', async () => {
  const small = await withSteps(10)
  expect((await small.drop(0, 2))?.file).toContain('环节1')
  const large = await withSteps(40)
  expect(await large.drop(0, 4)).toBeUndefined()
})

it('[HI3] what somebody else wrote may be brought in a step 2, and they go on under their own id', async () => {
  const { log } = memoryLog()
  const { url, rooms } = await openHouse({ log })
  const [one, two] = [await connect(url, '甲'), await connect(url, '乙')]
  two.edit(named('b', '乙写的'))
  // Before the server was put back, 甲 had it of 乙.
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(two.doc))
  one.edit(named('a', '甲写的'))
  one.say({ kind: 'step2', update: Y.encodeStateAsUpdate(one.doc) })
  await one.isAcknowledged(1)
  two.say({ kind: 'update', update: two.edit(named('c', '乙后来写的')) })
  await two.isAcknowledged(1)
  expect(two.of('refuse')).toEqual([])
  expect((await rooms.chart('chart-1')).steps.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c'])
})
