/** What a session needs before the store works on it: a database that can be relied on, our tables, and the lock. */
import { setTimeout as sleep } from 'node:timers/promises'
import { applicationId } from '../schema.ts'
import { StoreError } from '../storeError.ts'
import type { PostgresQuery } from './postgresQuery.ts'
import { CutError } from './postgresFaults.ts'
import { postgresMigrations } from './postgresMigrations.ts'

/** Who this process is to the database. */
export interface Ownership {
  /** The `application_name` of its sessions, like no other's. */
  readonly name: string
  /** The number of the server that has the database; each that opens it counts on. */
  epoch: number | undefined
}

/** The oldest version whose `pg_xact_status` and defaults we have tried. */
const oldest = 150_000

/** Makes the session safe, and the tables current. Throws a `StoreError`. */
export async function prepareSession(query: PostgresQuery): Promise<void> {
  const [row] = (
    await query(`
    SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
      current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages,
      current_setting('synchronous_commit') AS commit, pg_is_in_recovery() AS replica`)
  ).rows
  if (Number(row?.['version']) < oldest) throw new StoreError('old-postgres')
  if (row?.['encoding'] !== 'UTF8') throw new StoreError('not-utf8')
  if (row['fsync'] !== 'on' || row['pages'] !== 'on') throw new StoreError('unsafe-postgres')
  if (row['replica'] === true) throw new CutError('the database is a read-only replica')
  // What was answered is on the disk; and on the replicas that the database waits for.
  if (row['commit'] === 'off' || row['commit'] === 'local') await query('SET synchronous_commit = on')
  await query("SET client_min_messages = warning; SET idle_in_transaction_session_timeout = '60s'")
  await migrated(query)
}

/** In one transaction, under a lock: two programs that start at once make the tables once. */
async function migrated(query: PostgresQuery): Promise<void> {
  await query('BEGIN')
  try {
    await query('SELECT pg_advisory_xact_lock($1::int, hashtext(current_schema()) # 1)', [applicationId])
    const before = await versionIn(query)
    if (before > postgresMigrations.length) throw new StoreError('newer')
    for (const migration of postgresMigrations.slice(before)) await query(migration)
    if (before < postgresMigrations.length)
      await query("UPDATE qingquan SET value = $1 WHERE key = 'version'", [postgresMigrations.length])
    await query('COMMIT')
  } catch (error) {
    if (!(error instanceof CutError)) await query('ROLLBACK')
    throw error
  }
}

/** 0 in an empty schema. Throws where the schema holds tables of another program. */
async function versionIn(query: PostgresQuery): Promise<number> {
  const tables = await query('SELECT tablename FROM pg_tables WHERE schemaname = current_schema()')
  const names = tables.rows.map((row) => row['tablename'])
  if (names.includes('qingquan')) {
    const { rows } = await query("SELECT value FROM qingquan WHERE key = 'version'")
    return Number(rows[0]?.['value'])
  }
  if (names.length > 0) throw new StoreError('not-ours')
  await query('CREATE TABLE qingquan (key text PRIMARY KEY, value bigint NOT NULL)')
  await query("INSERT INTO qingquan VALUES ('version', 0), ('epoch', 0)")
  return 0
}

/** ms between two tries. */
const pause = 50

/**
 * Takes the lock of this schema for as long as the session lives: it ends with it, however that ends.
 * Sessions of this very process that were cut, and that the database has not missed yet, are ended first.
 * Throws `in-use` while another server has it, and `taken-over` where one had it since this process lost it.
 */
export async function takeLock(query: PostgresQuery, ownership: Ownership, until: number): Promise<void> {
  if (ownership.epoch !== undefined)
    await query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()',
      [ownership.name],
    )
  for (;;) {
    const { rows } = await query(
      'SELECT pg_try_advisory_lock($1::int, hashtext(current_schema())) AS taken',
      [applicationId],
    )
    if (rows[0]?.['taken'] === true) break
    if (ownership.epoch !== undefined && (await epochIn(query)) !== ownership.epoch)
      throw new StoreError('taken-over')
    if (performance.now() > until) throw new StoreError('in-use')
    await sleep(pause)
  }
  if (ownership.epoch === undefined) {
    const { rows } = await query("UPDATE qingquan SET value = value + 1 WHERE key = 'epoch' RETURNING value")
    ownership.epoch = Number(rows[0]?.['value'])
    return
  }
  if ((await epochIn(query)) !== ownership.epoch) throw new StoreError('taken-over')
}

async function epochIn(query: PostgresQuery): Promise<number> {
  const { rows } = await query("SELECT value FROM qingquan WHERE key = 'epoch'")
  return Number(rows[0]?.['value'])
}
