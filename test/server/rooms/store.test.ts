import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { openStore } from '../../../src/server/store/openStore.ts'
import { connect, named, openHouse, presenceOf, until } from './house.ts'

it('[RM13] with the real store: left, merged, opened again, it is the same chart with the same owners', async () => {
  const store = await openStore(mkdtempSync(join(tmpdir(), 'qingquan-rooms-')))
  onTestFinished(store.close)
  const kept = { id: 'chart-1', title: '', unit: '', steps: 0, createdAt: 0, changedAt: 0 }
  await store.charts.create(kept, undefined, [])
  const { url, rooms, reports } = await openHouse({ log: store.log, limits: { idle: 30 } })
  const [one, watcher] = [await connect(url, '甲'), await connect(url, '丙')]
  watcher.say(presenceOf(watcher.doc.clientID, 1, {}))
  for (let n = 0; n < 70; n += 1) one.say({ kind: 'update', update: one.edit(named('a', `名${n}`)) })
  await one.isAcknowledged(70)
  await until(() => watcher.of('update').length > 0, 'the edits')
  for (const client of [one, watcher]) client.socket.close()
  await until(() => rooms.stats().rooms === 0, 'an empty house')
  await expect.poll(async () => (await store.log.read('chart-1')).updates.length).toBe(0)
  const { clients } = await store.log.read('chart-1')
  expect(new Map(clients)).toEqual(
    new Map([
      [one.doc.clientID, '甲'],
      [watcher.doc.clientID, '丙'],
    ]),
  )
  expect((await store.log.journal('chart-1', { since: 0 }, 100)).entries).toHaveLength(70)
  const again = await connect(url, '乙')
  again.doc.clientID = watcher.doc.clientID
  await again.synced()
  expect(Y.encodeStateVector(again.doc)).toEqual(Y.encodeStateVector(one.doc))
  again.say({ kind: 'update', update: again.edit(named('b', '冒名')) })
  await again.isAcknowledged(1)
  expect(again.of('refuse')).toMatchObject([{ code: 'foreign-client' }])
  expect((await rooms.chart('chart-1')).steps).toMatchObject([{ name: '名69' }])
  expect(reports).toEqual([])
})
