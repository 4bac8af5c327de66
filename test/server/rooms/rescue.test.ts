import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyToDoc } from '../../../src/doc/chartDoc.ts'
import { historyWords } from '../../../src/text/messages/server.ts'
import { connect, named, openHouse } from './house.ts'
import { memoryLog } from './memoryLog.ts'

const renamed = () => [{ kind: 'put', root: 'steps', id: 'a', fields: { name: '改名' } } as const]

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

it.for([
  ['the other thread writes it', async () => ({ file: '另写的', hash: 'x' }), '另写的'],
  ['it fails', async () => Promise.reject(new Error('busy')), '环节8'],
] as const)(
  '[HI1] of a large chart another thread writes it, and nothing is acknowledged before: %s',
  async ([, writing, kept]) => {
    const { log, entries } = memoryLog()
    let asked: ((nothing: void) => void) | undefined
    const answered = new Promise<void>((resolve) => (asked = resolve))
    const born = { file: '起初', hash: '0' }
    const { url } = await openHouse({
      log,
      writtenElsewhere: async () => (entries.length === 0 ? born : answered.then(writing)),
    })
    const one = await connect(url, '甲')
    const steps = Array.from({ length: 520 }, (_, i) => `s${i}`)
    const change = (changes: Parameters<typeof applyToDoc>[1]) => {
      const before = Y.encodeStateVector(one.doc)
      applyToDoc(one.doc, changes, 'me')
      one.say({ kind: 'update', update: Y.encodeStateAsUpdate(one.doc, before) })
    }
    change(
      steps.map((id, at) => ({ kind: 'put', root: 'steps', id, fields: { name: `环节${at}`, order: 'a0' } })),
    )
    await one.isAcknowledged(1)
    change(steps.slice(3, 9).map((id) => ({ kind: 'drop', root: 'steps', id })))
    change([{ kind: 'set', root: 'steps', id: 's0', field: 'note', value: '其后' }])
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(entries.length).toBe(1)
    asked?.()
    await one.isAcknowledged(3)
    expect(entries[1]?.revision).toMatchObject({ name: historyWords.beforeDeletion })
    expect(entries[1]?.revision?.file).toContain(kept)
    expect(entries.length).toBe(3)
  },
)

it('[BW8] a chart that only the server edited is closed at once, one with people in it stays open', async () => {
  const { log } = memoryLog()
  const { url, rooms } = await openHouse({ log })
  const by = { person: '甲', name: '甲', post: '', role: 'editor' } as const
  await rooms.edit('chart-2', by, renamed)
  const one = await connect(url, '乙')
  await rooms.edit('chart-1', by, renamed)
  expect(rooms.stats()).toMatchObject({ rooms: 1, connections: 1 })
  await rooms.edit('chart-2', by, (chart) => [
    { kind: 'set', root: 'steps', id: 'a', field: 'note', value: chart.steps[0]!.name },
  ])
  expect((await rooms.chart('chart-2')).steps).toMatchObject([{ name: '改名', note: '改名' }])
  expect(one.closed()).toBeUndefined()
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
