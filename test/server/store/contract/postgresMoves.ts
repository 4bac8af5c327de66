/** All data go from a directory to PostgreSQL and back as they are, or not at all. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { backUpOf } from '../../../../src/server/store/backups.ts'
import { openServerStore } from '../../../../src/server/openServerStore.ts'
import { openDatabase, openReader } from '../../../../src/server/store/database.ts'
import { databaseFile } from '../../../../src/server/store/paths.ts'
import { openPostgres } from '../../../../src/server/store/postgres/postgresDatabase.ts'
import { called } from '../../../cli/called.ts'
import type { TestPostgres } from '../../../support/postgres.ts'
import { freshDirectory } from '../parts.ts'
import { everyRow, fillEverything } from './everything.ts'

function filledDirectory(): string {
  const directory = freshDirectory()
  fillEverything(directory)
  return directory
}

function rowsIn(file: string) {
  const database = openReader(file)
  try {
    return everyRow(database)
  } finally {
    database.close()
  }
}

export function postgresMoves(postgres: () => TestPostgres): void {
  const tablesWithRows = async (url: string) => {
    const counts = await postgres().sql(
      url,
      'SELECT (SELECT count(*) FROM charts) + (SELECT count(*) FROM links) AS n',
    )
    return Number(counts[0]?.['n'])
  }
  afterEach(() => void vi.unstubAllEnvs())

  describe('migrate', () => {
    it('[PG6] moves every row there and back, and leaves nobody at work where the data were', async () => {
      const directory = filledDirectory()
      const before = rowsIn(databaseFile(directory))
      const empty = Object.entries(before).flatMap(([table, rows]) => (rows.length === 0 ? [table] : []))
      expect(empty).toEqual(['unsealed'])
      const url = await postgres().fresh()
      const there = await called('migrate', '--to', url, '--data', directory)
      expect(there).toMatchObject({ code: 0, said: '' })
      expect(there.out).toContain('3 张图、2 个历史版本，逐行比对一致')
      expect(readdirSync(directory).sort()).toEqual(['qingquan.db.moved-1', 'server.lock'])
      await expect(openServerStore({ dataDir: directory })).rejects.toThrow('已经搬进 PostgreSQL')
      const back = freshDirectory()
      expect(await called('migrate', '--from', url, '--data', back)).toMatchObject({ code: 0, said: '' })
      expect(rowsIn(databaseFile(back))).toEqual(before)
      await expect(openServerStore({ dataDir: freshDirectory(), databaseUrl: url })).rejects.toMatchObject({
        fault: 'moved',
      })
    })

    it('[PG6] writes on where the old data ended: nothing is counted twice', async () => {
      const directory = filledDirectory()
      const url = await postgres().fresh()
      await called('migrate', '--to', url, '--data', directory)
      const store = await openServerStore({ databaseUrl: url, dataDir: directory })
      await store.people.create({ id: 'new', name: '新', post: '' }, 1)
      await store.links.create({ id: 'new', hash: 'new', role: 'owner', name: '', createdAt: 1 })
      expect(await store.log.compact('a')).toBe(true)
      expect((await store.log.read('a')).seq).toBe(7)
      expect((await store.links.list(undefined)).map(({ id }) => id)).toEqual(['adm', 'new'])
      expect((await store.log.journal('a', { since: 0 }, 99)).entries).toHaveLength(5)
      await store.close()
    })

    it('[PG6] takes everything back where something did not arrive as it was', async () => {
      const directory = filledDirectory()
      const url = await postgres().fresh()
      await (await openPostgres({ url, as: 'server' })).close()
      await postgres().sql(
        url,
        `CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN new.title = upper(new.title); RETURN new; END';
         CREATE TRIGGER spoil BEFORE INSERT ON charts FOR EACH ROW EXECUTE FUNCTION spoil()`,
      )
      const moved = await called('migrate', '--to', url, '--data', directory)
      expect(moved.code).toBe(1)
      expect(moved.said).toMatch(/图的清单第 \d 行不一样（图 .*）\n.*已全部撤回/)
      expect([await tablesWithRows(url), existsSync(databaseFile(directory))]).toEqual([0, true])
    })

    it('[PG6] moves nothing that is damaged, in use, or to where there are data', async () => {
      const directory = filledDirectory()
      const url = await postgres().fresh()
      const inUse = await openServerStore({ dataDir: directory })
      expect((await called('migrate', '--to', url, '--data', directory)).said).toContain(
        '正在被另一个清权图服务使用',
      )
      await inUse.close()
      const database = openDatabase(directory)
      database.exec("UPDATE updates SET bytes = x'00' WHERE seq = 7")
      database.close()
      const damaged = await called('migrate', '--to', url, '--data', directory)
      expect(damaged).toMatchObject({ code: 1, out: '' })
      expect(damaged.said).toMatch(/第 7 次修改损坏[^]*没有搬/)
      const sound = filledDirectory()
      expect(await called('migrate', '--to', url, '--data', sound)).toMatchObject({ code: 0 })
      const second = await called('migrate', '--to', url, '--data', filledDirectory())
      expect(second.said).toContain('已有数据，没有改动')
      expect((await called('migrate', '--from', url, '--data', directory)).said).toContain(
        '已有数据，没有改动',
      )
      expect((await called('migrate', '--to', 'mysql://x', '--data', sound)).code).toBe(1)
      expect((await called('migrate')).code).toBe(2)
    })
  })

  describe('commands on PostgreSQL', () => {
    it('[PG7] backs up beside a running server, examines, restores, and makes links', async () => {
      const directory = filledDirectory()
      const url = await postgres().fresh()
      await called('migrate', '--to', url, '--data', directory)
      vi.stubEnv('DATABASE_URL', url)
      const store = await openServerStore({ databaseUrl: url, dataDir: freshDirectory() })
      const file = join(freshDirectory(), 'copy')
      expect(await called('backup', file)).toMatchObject({ code: 0, said: '' })
      const folder = freshDirectory()
      expect(await backUpOf('2026-11-28', { directory, url }, folder)).toMatchObject({ harms: 0 })
      expect(rowsIn(join(folder, 'qingquan-2026-11-28.bak'))['charts']).toEqual(rowsIn(file)['charts'])
      expect((await called('doctor')).out).toMatch(/检查了 3 张图、\d 个历史版本，没有发现问题/)
      expect((await called('admin', 'add', '--name', '新')).out).toContain('#')
      expect((await store.links.list(undefined)).length).toBe(2)
      await store.close()
      await postgres().sql(url, "UPDATE updates SET bytes = '\\x00' WHERE seq = 7")
      expect(await called('doctor')).toMatchObject({
        code: 1,
        out: expect.stringContaining('第 7 次修改损坏') as string,
      })
      expect((await called('restore', file)).said).toContain('已有数据，没有改动')
      expect((await called('restore', file, '--replace')).said).toContain('另建一个空的库')
      vi.stubEnv('DATABASE_URL', await postgres().fresh())
      expect(await called('restore', file)).toMatchObject({ code: 0, said: '' })
      const back = freshDirectory()
      await called('migrate', '--from', 'postgres', '--data', back)
      expect(rowsIn(databaseFile(back))).toEqual(rowsIn(file))
      // A backup holds no owners of client ids.
      expect(rowsIn(file)['clients']).toEqual([])
    })
  })
}
