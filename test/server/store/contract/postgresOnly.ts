/** What only a database beyond this process can do to the store. */
import { readdirSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openServerStore } from '../../../../src/server/openServerStore.ts'
import { openDatabase } from '../../../../src/server/store/database.ts'
import { openPostgres } from '../../../../src/server/store/postgres/postgresDatabase.ts'
import { postgresTables } from '../../../../src/server/store/postgres/postgresTables.ts'
import type { TestPostgres } from '../../../support/postgres.ts'
import { chartOf } from '../../../support/chartOf.ts'
import { startServed } from '../../../support/served.ts'
import { aChart, contentOf, entry, freshDirectory, writer } from '../parts.ts'

const ended =
  "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'qingquan %'"

const server = async (url: string) => openPostgres({ url, as: 'server', patience: 20_000 })
const refused = async (url: string) => {
  const opening = openPostgres({ url, as: 'server', patience: 100 })
  return opening.then(
    async (database) => database.close(),
    (error: unknown) => error,
  )
}

export function postgresOnly(postgres: () => TestPostgres): void {
  describe('a database that goes away', () => {
    it('[PG2] through cut connections and a crash keeps every append once, and loses none', async () => {
      const url = await postgres().fresh()
      const database = await server(url)
      const { charts, log } = postgresTables(database)
      await charts.create(aChart('c'), undefined, [])
      const write = writer(1)
      const cutting = { isOver: false }
      const cuts = (async () => {
        for (let cut = 0; !cutting.isOver; cut += 1) {
          await sleep(10 + Math.random() * 60)
          if (cut === 3) await postgres().crash()
          else await postgres().sql(url, ended)
        }
      })()
      for (let n = 0; n < 15; n += 1)
        await Promise.all([
          log.append([entry('c', write(`a${n}`, n))]),
          log.append([entry('c', write(`b${n}`, n)), entry('c', write(`c${n}`, n))]),
        ])
      cutting.isOver = true
      await cuts
      const made = 45
      const kept = await log.read('c')
      expect(Object.keys(contentOf(kept))).toHaveLength(made)
      expect([kept.updates.length, kept.seq]).toEqual([made, made])
      await database.close()
    })

    it('[PG2] asks what became of a COMMIT whose answer was cut off, and does nothing twice', async () => {
      const url = new URL(await postgres().fresh())
      const between = await cutter(Number(url.port), /COMMIT/)
      url.port = String(between.port)
      const database = await server(url.href)
      const { charts, log } = postgresTables(database)
      await charts.create(aChart('c'), undefined, [])
      const write = writer(1)
      for (const n of [1, 2, 3, 4, 5, 6]) {
        // Every second one: the database gets the word, and its answer is lost.
        between.cutNext(n % 2 === 0)
        await log.append([entry('c', write(`${n}`, n))])
      }
      const kept = await log.read('c')
      expect([between.cuts(), kept.updates.length, kept.seq]).toEqual([3, 6, 6])
      await database.close()
      between.close()
    })

    it('[PG2] says so when it does not come back, and that nothing was kept', async () => {
      const url = await postgres().fresh()
      const database = await openPostgres({ url, as: 'server', patience: 100 })
      await postgresTables(database).charts.create(aChart('c'), undefined, [])
      await postgres().sql(url, `ALTER SCHEMA ${schemaIn(url)} RENAME TO gone`)
      await postgres().sql(url, ended)
      await expect(postgresTables(database).log.append([entry('c', writer(1)('x', 1))])).rejects.toBeTruthy()
      await postgres().sql(url, `ALTER SCHEMA gone RENAME TO ${schemaIn(url)}`)
      expect((await postgresTables(database).log.read('c')).seq).toBe(0)
      await database.close()
    })
  })

  describe('one server a database', () => {
    it('[PG3] refuses the second while there is a first; a command beside it is let in', async () => {
      const url = await postgres().fresh()
      const first = await server(url)
      expect(await refused(url)).toMatchObject({ name: 'StoreError', fault: 'in-use' })
      const beside = await openPostgres({ url, as: 'beside' })
      expect(await postgresTables(beside).links.list(undefined)).toEqual([])
      await beside.close()
      await first.close()
      expect(await refused(url)).toBeUndefined()
    })

    it('[PG3] a server that was cut off, and another has taken its place, writes no more', async () => {
      const url = await postgres().fresh()
      const cutOff = await server(url)
      await postgresTables(cutOff).charts.create(aChart('c'), undefined, [])
      await postgres().sql(url, ended)
      const next = await server(url)
      const late = postgresTables(cutOff).log.append([entry('c', writer(1)('x', 1))])
      await expect(late).rejects.toMatchObject({ fault: 'taken-over' })
      expect(await cutOff.lost).toMatchObject({ fault: 'taken-over' })
      expect((await postgresTables(next).log.read('c')).seq).toBe(0)
      await next.close()
      // Nor when that other one has left.
      await expect(postgresTables(cutOff).charts.list()).rejects.toMatchObject({ fault: 'taken-over' })
      await cutOff.close()
    })
  })

  describe('a standby', () => {
    it('[PG8] waits for the end of the server, and changes nothing until then', async () => {
      const url = await postgres().fresh()
      const first = await server(url)
      // As if it were of the first version, and had no tables yet.
      await postgres().sql(url, withoutTables)
      const tables = async () => (await postgres().sql(url, tablesThere))[0]?.['n']
      let isWaiting = false
      const taking = openPostgres({ url, as: 'standby', waits: () => void (isWaiting = true) })
      await expect.poll(() => isWaiting).toBe(true)
      expect(await refused(url)).toMatchObject({ fault: 'in-use' })
      expect(await openPostgres({ url, as: 'beside' }).catch(String)).toContain('older')
      expect(await tables()).toBe('1')
      await first.close()
      const before = performance.now()
      const second = await taking
      expect(performance.now() - before).toBeLessThan(1000)
      expect(Number(await tables())).toBeGreaterThan(10)
      expect(await postgresTables(second).charts.list()).toEqual([])
      await second.close()
    })

    it('[PG8] takes over from a server that hangs, which then writes nothing any more', async () => {
      const url = await postgres().fresh()
      const hung = await server(url)
      await postgresTables(hung).charts.create(aChart('c'), undefined, [])
      const standby = await openPostgres({ url, as: 'standby', hungAfter: 200 })
      const late = postgresTables(hung).log.append([entry('c', writer(1)('x', 1))])
      await expect(late).rejects.toMatchObject({ fault: 'taken-over' })
      expect((await postgresTables(standby).log.read('c')).seq).toBe(0)
      await standby.close()
      await hung.close()
    })
  })

  describe('a server on PostgreSQL', () => {
    it('[PG1] keeps everything there, and nothing in the data directory', async () => {
      const databaseUrl = await postgres().fresh()
      const dataDir = freshDirectory()
      const before = await startServed({ databaseUrl, dataDir })
      const { id } = await before.chart(chartOf('受理 → 审查'))
      expect((await before.ask('GET', '/healthz')).status).toBe(200)
      await before.server.close()
      const after = await openServerStore({ databaseUrl, dataDir })
      expect(await after.charts.find(id)).toMatchObject({ id })
      await after.close()
      expect(readdirSync(dataDir)).toEqual([])
    })

    it('[PG1] does not start on an empty database while the data directory has charts', async () => {
      const dataDir = freshDirectory()
      openDatabase(dataDir).close()
      const starting = openServerStore({ databaseUrl: await postgres().fresh(), dataDir })
      await expect(starting).rejects.toThrow('还有图')
    })
  })

  describe('what the store relies on', () => {
    it('[PG4] refuses a database that loses what it has answered, and asks for the disk in its own session', async () => {
      const url = await postgres().fresh()
      await postgres().sql(url, 'ALTER SYSTEM SET fsync = off')
      await postgres().sql(url, 'SELECT pg_reload_conf(), pg_sleep(0.1)')
      expect(await refused(url)).toMatchObject({ fault: 'unsafe-postgres' })
      await postgres().sql(url, 'ALTER SYSTEM RESET fsync')
      await postgres().sql(url, 'SELECT pg_reload_conf(), pg_sleep(0.1)')
      await postgres().sql(url, 'ALTER ROLE qq SET synchronous_commit = off')
      const database = await server(url)
      const { rows } = await database.query('SHOW synchronous_commit')
      expect(rows).toEqual([{ synchronous_commit: 'on' }])
      await postgres().sql(url, 'ALTER ROLE qq RESET synchronous_commit')
      await database.close()
    })

    it('[PG4] refuses the tables of another program, another version, another encoding, no address', async () => {
      const url = await postgres().fresh()
      await postgres().sql(url, 'CREATE TABLE theirs (id int)')
      expect(await refused(url)).toMatchObject({ fault: 'not-ours' })
      expect(await postgres().sql(url, 'SELECT * FROM theirs')).toEqual([])
      const newer = await postgres().fresh()
      await (await server(newer)).close()
      await postgres().sql(newer, "UPDATE qingquan SET value = 99 WHERE key = 'version'")
      expect(await refused(newer)).toMatchObject({ fault: 'newer' })
      await postgres().sql(url, "CREATE DATABASE ascii ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0")
      expect(await refused(url.replace('/postgres?', '/ascii?'))).toMatchObject({ fault: 'not-utf8' })
      expect(await refused(url.replace('/postgres?', '/nowhere?'))).toMatchObject({ fault: 'refused' })
      expect(await refused('postgres://qq@127.0.0.1:1/x')).toMatchObject({ fault: 'unreachable' })
    })

    it('[PG5] reads no chart in part, and keeps text that PostgreSQL cannot hold without what nobody sees', async () => {
      const url = await postgres().fresh()
      const database = await server(url)
      const { charts, log } = postgresTables(database)
      await charts.create(aChart('c', { title: '一\0二' }), entry('c', writer(1)('x', '\0')), [])
      expect((await charts.find('c'))?.title).toBe('一\uFFFD二')
      expect(contentOf(await log.read('c'))).toEqual({ x: '\0' })
      await postgres().sql(url, 'UPDATE updates SET bytes = set_byte(bytes, 3, get_byte(bytes, 3) # 1)')
      await expect(log.read('c')).rejects.toMatchObject({ fault: 'damaged' })
      await database.close()
    })
  })
}

const tablesThere = 'SELECT count(*) AS n FROM pg_tables WHERE schemaname = current_schema()'

const withoutTables = `
  DO $$ DECLARE t text; BEGIN
    FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'qingquan'
    LOOP EXECUTE 'DROP TABLE ' || t || ' CASCADE'; END LOOP;
    UPDATE qingquan SET value = 0 WHERE key = 'version';
  END $$`

/** A network that may end right after it has carried a word to the database, before the answer. */
async function cutter(to: number, word: RegExp) {
  let isCutting = false
  let cuts = 0
  const server = createServer((client) => {
    const database = connect(to, '127.0.0.1')
    client.on('data', (bytes) => {
      const isCut = isCutting && word.test(bytes.toString('latin1'))
      database.write(bytes)
      if (!isCut) return
      isCutting = false
      cuts += 1
      client.destroy()
    })
    database.on('data', (bytes) => void (client.destroyed || client.write(bytes)))
    client.on('close', () => void setTimeout(() => database.end(), 50))
    for (const socket of [client, database]) socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    cutNext: (isOn: boolean) => void (isCutting = isOn),
    cuts: () => cuts,
    close: () => void server.close(),
  }
}

function schemaIn(url: string): string {
  return /search_path%3D(\w+)/.exec(url)?.[1] ?? ''
}
