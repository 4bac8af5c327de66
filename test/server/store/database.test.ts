import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { expectSqlite, openDatabase } from '../../../src/server/store/database.ts'
import { openStore } from '../../../src/server/store/openStore.ts'
import { sqliteTables } from '../../../src/server/store/sqliteTables.ts'
import { aChart, contentOf, entry, freshDirectory, writer } from './parts.ts'

const fault = (name: string) => expect.objectContaining({ name: 'StoreError', fault: name })

describe('opening', () => {
  it('[ST8] refuses an SQLite that can lose a WAL', () => {
    for (const old of ['3.51.2', '3.50.9', '3.7.17', '2.99.99'])
      expect(() => expectSqlite(old)).toThrow(fault('old-sqlite'))
    for (const good of ['3.51.3', '3.53.4', '3.60.0', '4.0.0']) expect(() => expectSqlite(good)).not.toThrow()
  })

  it('[ST8] leaves a database of a newer version as it is', async () => {
    const directory = freshDirectory()
    const database = openDatabase(directory)
    database.exec('PRAGMA user_version = 999')
    database.close()
    const before = readFileSync(join(directory, 'qingquan.db'))
    await expect(openStore(directory)).rejects.toEqual(fault('newer'))
    expect(readFileSync(join(directory, 'qingquan.db')).equals(before)).toBe(true)
  })

  it('[ST8] leaves a damaged one, and one of another program, as it is', async () => {
    const text = freshDirectory()
    writeFileSync(join(text, 'qingquan.db'), '这不是数据库。'.repeat(100))
    const foreign = freshDirectory()
    const other = new DatabaseSync(join(foreign, 'qingquan.db'))
    other.exec('CREATE TABLE shopping (what TEXT)')
    other.close()
    for (const directory of [text, foreign]) {
      const before = readFileSync(join(directory, 'qingquan.db'))
      await expect(openStore(directory)).rejects.toEqual(fault('damaged'))
      expect(readFileSync(join(directory, 'qingquan.db')).equals(before)).toBe(true)
    }
  })

  it('[ST8] says when the directory cannot be written', async () => {
    const directory = freshDirectory()
    writeFileSync(join(directory, 'file'), '')
    await expect(openStore(join(directory, 'file/data'))).rejects.toEqual(fault('unwritable'))
  })

  it('[ST1] commits to the disk before it answers', () => {
    const database = openDatabase(freshDirectory())
    const value = (pragma: string) => Object.values(database.prepare(`PRAGMA ${pragma}`).get()!)[0]
    expect([value('journal_mode'), value('synchronous'), value('foreign_keys')]).toEqual(['wal', 2, 1])
    database.close()
  })
})

describe('a full disk', () => {
  it.runIf(mayMount())(
    '[ST6] refuses what does not fit, loses nothing, and goes on when there is room',
    async () => {
      const directory = smallDisk()
      const store = await openStore(directory)
      await store.charts.create(aChart('c'), undefined, [])
      const write = writer(1)
      const acknowledged: string[] = []
      const append = async (key: string) => {
        await store.log.append([entry('c', write(key, 'x'.repeat(2000)))])
        acknowledged.push(key)
      }
      // The room that is made later.
      writeFileSync(join(directory, 'ballast'), new Uint8Array(1_000_000))
      const untilFull = async () => {
        for (let n = acknowledged.length; ; n += 1) await append(String(n))
      }
      await expect(untilFull()).rejects.toEqual(fault('full'))
      expect(acknowledged.length).toBeGreaterThan(50)
      const together = await Promise.allSettled([append('together 1'), append('together 2')])
      expect(together.map((one) => one.status === 'rejected' && one.reason)).toEqual([
        fault('full'),
        fault('full'),
      ])
      expect((await store.log.read('c')).updates).toHaveLength(acknowledged.length)
      rmSync(join(directory, 'ballast'))
      // What was refused is offered again by whoever wrote it; Yjs needs it before the rest.
      const again = writer(1)
      const everything = [...acknowledged, 'later']
      for (const key of everything) {
        const update = again(key, 'x'.repeat(2000))
        if (key === 'later') await store.log.append([entry('c', update)])
      }
      expect(Object.keys(contentOf(await store.log.read('c'))).toSorted()).toEqual(everything.toSorted())
      await store.close()
      const reopened = await openStore(directory)
      expect(Object.keys(contentOf(await reopened.log.read('c'))).toSorted()).toEqual(everything.toSorted())
      await reopened.close()
    },
  )

  it('[ST6] the same where no disk can be made full: the database may not grow', () => {
    const database = openDatabase(freshDirectory())
    const { charts, log } = sqliteTables(database)
    charts.create(aChart('c'), undefined, [])
    const pages = Number(Object.values(database.prepare('PRAGMA page_count').get()!)[0])
    database.exec(`PRAGMA max_page_count = ${pages + 2}`)
    const update = writer(1)('a', 'x'.repeat(30_000))
    expect(() => log.append([entry('c', update, { clients: [1] })])).toThrow(fault('full'))
    expect(log.read('c')).toEqual({ snapshot: undefined, updates: [], clients: [], seq: 0 })
    database.exec('PRAGMA max_page_count = 1000000')
    log.append([entry('c', update, { clients: [1] })])
    expect(log.read('c').seq).toBe(1)
    database.close()
  })
})

function smallDisk(): string {
  const directory = join(freshDirectory(), 'disk')
  mkdirSync(directory)
  run('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', directory])
  onTestFinished(() => run('umount', ['-l', directory]))
  return directory
}

/** Only the administrator of a machine may, and not in every container. */
function mayMount(): boolean {
  if (process.getuid?.() !== 0) return false
  const directory = freshDirectory()
  try {
    run('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', directory])
    run('umount', [directory])
    return true
  } catch {
    return false
  }
}

function run(command: string, args: readonly string[]): void {
  execFileSync(command, [...args], { stdio: 'ignore' })
}
