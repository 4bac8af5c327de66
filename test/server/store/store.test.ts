import { createInterface } from 'node:readline'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../src/server/store/database.ts'
import { appendGroup, groupCommit } from '../../../src/server/store/groupCommit.ts'
import { lockDirectory } from '../../../src/server/store/lock.ts'
import { sqliteTables } from '../../../src/server/store/sqliteTables.ts'
import { openStore } from '../../../src/server/store/openStore.ts'
import { StoreError } from '../../../src/server/store/storeError.ts'
import { aChart, contentOf, countCommits, ended, entry, freshDirectory, started, writer } from './parts.ts'

describe('the store', () => {
  it('[ST1] keeps what it has acknowledged through kill -9', async () => {
    const directory = freshDirectory()
    const acknowledged = new Set<number>()
    for (const round of [1, 2, 3, 4]) {
      const target = acknowledged.size + 400 * round
      const child = started(new URL('./writing.ts', import.meta.url), directory, String(round * 1_000_000))
      for await (const line of createInterface({ input: child.stdout! })) {
        acknowledged.add(Number(line))
        if (acknowledged.size === target) child.kill('SIGKILL')
      }
      const store = await openStore(directory)
      const content = contentOf(await store.log.read('c'))
      await store.close()
      expect([...acknowledged].filter((number) => content[number] !== number)).toEqual([])
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(4000)
  })

  it('[ST3] takes everything that waits into one next transaction', async () => {
    const database = openDatabase(freshDirectory())
    const { charts, log } = sqliteTables(database)
    charts.create(aChart('c'), undefined, [])
    const commits = countCommits(database)
    const group = groupCommit(async (entries) => {
      await new Promise(setImmediate)
      return appendGroup(log, entries)
    })
    const write = writer(1)
    const done = Array.from({ length: 1000 }, (_, n) => group.append([entry('c', write(String(n), n))]))
    await Promise.all(done)
    expect(commits()).toBe(2)
    expect(Object.keys(contentOf(log.read('c')))).toHaveLength(1000)
  })

  it('[ST3] lets nobody pay for what another did wrong', async () => {
    const store = await openStore(freshDirectory())
    await store.charts.create(aChart('c'), undefined, [])
    const write = writer(1)
    const outcomes = await Promise.allSettled([
      store.log.append([entry('c', write('a', 1))]),
      store.log.append([entry('c', write('b', 2))]),
      store.log.append([entry('nowhere', write('c', 3))]),
      store.log.append([entry('c', write('d', 4)), entry('nowhere', write('e', 5))]),
      store.log.append([entry('c', writer(2)('f', 6))]),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ])
    expect(contentOf(await store.log.read('c'))).toEqual({ a: 1, b: 2, f: 6 })
    await store.close()
  })

  it('[ST10] says what went wrong as it was said in the thread', async () => {
    const store = await openStore(freshDirectory())
    await expect(store.revisions.add({} as never)).rejects.toThrow(/cannot be bound/)
    await expect(store.people.begin('h', 'nobody', 1)).rejects.toThrow('FOREIGN KEY constraint failed')
    expect(await store.people.find('nobody')).toBeUndefined()
    await store.close()
  })

  it('[ST10] finishes what waits when it is closed, and refuses what comes later', async () => {
    const directory = freshDirectory()
    const store = await openStore(directory)
    await store.charts.create(aChart('c'), undefined, [])
    const write = writer(1)
    const waiting = Array.from({ length: 50 }, (_, n) => store.log.append([entry('c', write(String(n), n))]))
    await Promise.all([store.close(), store.close()])
    expect(await Promise.all(waiting)).toHaveLength(50)
    await expect(store.log.append([])).rejects.toBeInstanceOf(StoreError)
    await expect(store.log.read('c')).rejects.toBeInstanceOf(StoreError)
    // Closed in order: everything is in the one file.
    expect(readdirSync(directory).toSorted()).toEqual(['qingquan.db', 'server.lock'])
  })

  it('[ST10] rejects every waiting and later call when its thread dies', async () => {
    const thread = once(process, 'worker') as Promise<[Worker]>
    const store = await openStore(freshDirectory())
    await store.charts.create(aChart('c'), undefined, [])
    const waiting = [
      store.log.append([entry('c', writer(1)('a', 1))]),
      store.log.compact('c'),
      store.charts.list(),
    ]
    const outcomes = Promise.allSettled(waiting)
    await (await thread)[0].terminate()
    const reasons = (await outcomes).map((outcome) => outcome.status === 'rejected' && outcome.reason)
    expect(reasons.every((reason) => reason instanceof StoreError)).toBe(true)
    await expect(store.log.append([])).rejects.toBeInstanceOf(StoreError)
    await expect(store.charts.list()).rejects.toBeInstanceOf(StoreError)
    await store.close()
  })

  it('[ST12] lets nobody else read what holds the hashes', async () => {
    const directory = freshDirectory()
    const store = await openStore(directory)
    await store.charts.create(aChart('c'), undefined, [])
    const modes = ['', '-shm', '-wal'].map(
      (end) => statSync(join(directory, `qingquan.db${end}`)).mode & 0o777,
    )
    expect(modes).toEqual([0o600, 0o600, 0o600])
    await store.close()
  })
})

describe('one server a directory', () => {
  it('[ST7] refuses the second at once', async () => {
    const directory = freshDirectory()
    const store = await openStore(directory)
    await expect(openStore(directory)).rejects.toMatchObject({ name: 'StoreError', fault: 'in-use' })
    const before = performance.now()
    expect(() => lockDirectory(directory)).toThrow(StoreError)
    expect(performance.now() - before).toBeLessThan(1000)
    await store.charts.create(aChart('c'), undefined, [])
    await store.close()
    const next = await openStore(directory)
    expect(await next.charts.list()).toHaveLength(1)
    await next.close()
  })

  it('[ST7] refuses it across processes, and lets go after kill -9', async () => {
    const directory = freshDirectory()
    const child = started(new URL('./holding.ts', import.meta.url), directory)
    await once(child.stdout!, 'data')
    await expect(openStore(directory)).rejects.toMatchObject({ fault: 'in-use' })
    child.kill('SIGKILL')
    await ended(child)
    const store = await openStore(directory)
    expect(await store.charts.list()).toEqual([])
    await store.close()
  })
})
