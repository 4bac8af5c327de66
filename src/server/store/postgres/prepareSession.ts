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

/**
 * Makes the session safe, takes the lock where it is a server's, and only then makes the tables current: a
 * server of a newer version that waits changes nothing under the one that works. Throws a `StoreError`.
 */
export async function prepareSession(
  query: PostgresQuery,
  ownership: Ownership,
  { as, until, hungAfter, silence, waits }: SessionWish,
): Promise<void> {
  await expectSafe(query)
  // Copying a large database pauses longer between two statements than an edit does.
  await query(`SET client_min_messages = warning; SET idle_in_transaction_session_timeout = ${silence}`)
  await expectOurs(query)
  if (as === 'beside') return expectCurrent(query)
  await takeLock(query, ownership, { as, until, hungAfter, waits })
  await migrated(query)
}

interface SessionWish extends LockWish {
  /** ms that a transaction may be left alone. */
  readonly silence: number
}

export interface LockWish {
  /** `server`: refused while there is another. `standby`: waits for its end. `beside`: without the lock. */
  readonly as: 'server' | 'standby' | 'beside'
  /** ms on the clock of `performance`. */
  readonly until: number
  /** ms without a word after which a standby takes the server for hung, and ends its session. */
  readonly hungAfter: number
  /** Called once, when a standby begins to wait. */
  readonly waits: () => void
}

async function expectSafe(query: PostgresQuery): Promise<void> {
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
}

/** Marks an empty schema as ours. Throws where it holds tables of another program. */
async function expectOurs(query: PostgresQuery): Promise<void> {
  await underLock(query, async () => {
    const { rows } = await query('SELECT tablename FROM pg_tables WHERE schemaname = current_schema()')
    const names = rows.map((row) => row['tablename'])
    if (names.includes('qingquan')) return
    if (names.length > 0) throw new StoreError('not-ours')
    await query('CREATE TABLE qingquan (key text PRIMARY KEY, value bigint NOT NULL)')
    await query("INSERT INTO qingquan VALUES ('version', 0), ('epoch', 0)")
  })
}

async function migrated(query: PostgresQuery): Promise<void> {
  await underLock(query, async () => {
    const before = await valueIn(query, 'version')
    if (before > postgresMigrations.length) throw new StoreError('newer')
    for (const migration of postgresMigrations.slice(before)) await query(migration)
    if (before < postgresMigrations.length)
      await query("UPDATE qingquan SET value = $1 WHERE key = 'version'", [postgresMigrations.length])
  })
}

async function expectCurrent(query: PostgresQuery): Promise<void> {
  const version = await valueIn(query, 'version')
  if (version > postgresMigrations.length) throw new StoreError('newer')
  if (version < postgresMigrations.length) throw new StoreError('older')
}

/** In one transaction, of which there is one at a time: two programs that start at once make the tables once. */
async function underLock(query: PostgresQuery, work: () => Promise<void>): Promise<void> {
  await query('BEGIN')
  try {
    await query('SELECT pg_advisory_xact_lock($1::int, hashtext(current_schema()) # 1)', [applicationId])
    await work()
    await query('COMMIT')
  } catch (error) {
    if (!(error instanceof CutError)) await query('ROLLBACK')
    throw error
  }
}

/** ms between two tries. */
const pause = 50

/**
 * Takes the lock of this schema for as long as the session lives: it ends with it, however that ends.
 * Sessions of this very process that were cut, and that the database has not missed yet, are ended first.
 * Throws `in-use` while another server has it, and `taken-over` where one had it since this process lost it.
 */
async function takeLock(query: PostgresQuery, ownership: Ownership, wish: LockWish): Promise<void> {
  const { epoch } = ownership
  if (epoch !== undefined)
    await query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()',
      [ownership.name],
    )
  const isWaiting = wish.as === 'standby' && epoch === undefined
  for (let tries = 0; !(await isTaken(query)); tries += 1) {
    if (epoch !== undefined && (await valueIn(query, 'epoch')) !== epoch) throw new StoreError('taken-over')
    if (isWaiting) {
      if (tries === 0) wish.waits()
      await endHung(query, wish.hungAfter)
    }
    if (!isWaiting && performance.now() > wish.until) throw new StoreError('in-use')
    await sleep(pause)
  }
  if (epoch === undefined) {
    const { rows } = await query("UPDATE qingquan SET value = value + 1 WHERE key = 'epoch' RETURNING value")
    ownership.epoch = Number(rows[0]?.['value'])
    return
  }
  if ((await valueIn(query, 'epoch')) !== epoch) throw new StoreError('taken-over')
}

async function isTaken(query: PostgresQuery): Promise<boolean> {
  const { rows } = await query('SELECT pg_try_advisory_lock($1::int, hashtext(current_schema())) AS taken', [
    applicationId,
  ])
  return rows[0]?.['taken'] === true
}

/**
 * Ends the session with the lock where its server has said nothing for too long (a living one asks something
 * every second). With its session it has lost the lock and all that was not committed.
 */
async function endHung(query: PostgresQuery, hungAfter: number): Promise<void> {
  await query(
    `SELECT pg_terminate_backend(activity.pid)
     FROM pg_locks JOIN pg_stat_activity AS activity ON activity.pid = pg_locks.pid
     WHERE locktype = 'advisory' AND granted AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND classid::bigint = $1::bigint AND objid::bigint = (hashtext(current_schema())::bigint & 4294967295)
       AND activity.state LIKE 'idle%' AND state_change < clock_timestamp() - $2 * interval '1 millisecond'`,
    [applicationId, hungAfter],
  )
}

async function valueIn(query: PostgresQuery, key: 'epoch' | 'version'): Promise<number> {
  const { rows } = await query('SELECT value FROM qingquan WHERE key = $1', [key])
  return Number(rows[0]?.['value'])
}
