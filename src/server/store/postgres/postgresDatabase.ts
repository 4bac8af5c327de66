/**
 * One connection to PostgreSQL on which all work of the store runs, in the order in which it
 * was asked for: the same order that SQLite's thread keeps. The connection of a server also
 * holds the lock that makes it the only one (`takeLock`). Who writes is therefore who holds the lock:
 * a server that was cut off cannot write any more, however long it thinks otherwise.
 *
 * A cut connection is made anew, and the work that it cut is done again. Where the cut hid the
 * answer to COMMIT, the database is asked what became of the transaction: nothing is done twice,
 * and nothing is said to be kept that is not.
 */
import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { StoredRow } from '../storedRows.ts'
import { StoreError } from '../storeError.ts'
import { withoutNul, type PostgresQuery } from './postgresQuery.ts'
import { prepareSession, type LockWish, type Ownership } from './prepareSession.ts'
import { CutError, isAgainError, toPostgresFault } from './postgresFaults.ts'

/** Runs twice where the connection was cut in between: keeps nothing outside of the database. */
export type PostgresWork<T> = (query: PostgresQuery) => Promise<T>

export interface PostgresDatabase {
  /** One statement that only reads. */
  readonly query: PostgresQuery
  /** All queries see the same state, and change nothing. */
  readonly reading: <T>(work: PostgresWork<T>) => Promise<T>
  /** Is committed when it resolves; has changed nothing when it rejects. */
  readonly writing: <T>(work: PostgresWork<T>) => Promise<T>
  /** Resolves if another server has taken the database over: nothing can be kept any more. */
  readonly lost: Promise<Error>
  /** Finishes what was asked, then lets go. */
  readonly close: () => Promise<void>
}

export interface PostgresPlace {
  /** postgres://… */
  readonly url: string
  /** `server`: the only one, refused with `in-use` while there is another. `standby`: waits for its end. `beside`: a command, beside it. */
  readonly as: LockWish['as']
  /** ms that work waits for a database that does not answer; 20 s without it. */
  readonly patience?: number
  /** ms after which a statement without an answer, or a transaction without a statement, counts as a cut connection; a minute without it. */
  readonly silence?: number
  /** ms without a word after which a standby takes the server for hung; 10 s without it. */
  readonly hungAfter?: number
  /** Called once, when a standby begins to wait. */
  readonly waits?: () => void
}

interface Connection {
  readonly client: pg.Client
  readonly query: PostgresQuery
  readonly pid: number
}

/** ms that opening waits for a database that is starting, or for the lock of a server that was just killed. */
const openingPatience = 3000
const usualPatience = 20_000
/** ms between two tries. */
const pause = 100
const usualSilence = 60_000
const usualHungAfter = 10_000

/** Opens the database; makes or migrates the tables. Rejects with a `StoreError`. */
export async function openPostgres(place: PostgresPlace): Promise<PostgresDatabase> {
  const { run, lost, close } = await openConnections(place)
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
  return {
    query: (sql, values) => inTurn(() => run(({ query }) => query(sql, values))),
    reading: (work) =>
      inTurn(() =>
        run(async (on) => {
          await on.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
          return closing(on, work, async () => void (await on.query('COMMIT')))
        }),
      ),
    writing: (work) => {
      const commit = committer()
      return inTurn(() => run((on) => commit(on, work)))
    },
    lost,
    close: () => inTurn(close),
  }
}

interface Connections extends Pick<PostgresDatabase, 'lost' | 'close'> {
  /** Runs `attempt` on a living connection, again where it was cut. */
  readonly run: <T>(attempt: (on: Connection) => Promise<T>) => Promise<T>
}

/** One connection after the other, each with the lock of the one before. */
async function openConnections(place: PostgresPlace): Promise<Connections> {
  const { patience = usualPatience } = place
  const ownership: Ownership = { name: `qingquan ${randomUUID()}`, epoch: undefined }
  const takenOver = new EventEmitter<{ readonly lost: [Error] }>()
  const lost = once(takenOver, 'lost').then(([why]) => why as Error)
  let over: Error | undefined
  let connection: Connection | undefined = await connected(
    place,
    ownership,
    Math.min(openingPatience, patience),
  )
  const next = async (atMost: number): Promise<Connection> => {
    try {
      return await connected(place, ownership, atMost)
    } catch (error) {
      if (error instanceof StoreError && error.fault === 'taken-over') takenOver.emit('lost', (over = error))
      throw error
    }
  }
  return {
    lost,
    run: async (attempt) => {
      const until = performance.now() + patience
      for (;;) {
        if (over) throw over
        connection ??= await next(Math.max(0, until - performance.now()))
        try {
          return await attempt(connection)
        } catch (error) {
          if (isAgainError(error)) continue
          if (!(error instanceof CutError)) throw toPostgresFault(error)
          await ended(connection.client)
          connection = undefined
          if (performance.now() > until) throw toPostgresFault(error)
        }
      }
    },
    close: async () => {
      over ??= new StoreError('unwritable', { cause: new Error('The store is closed') })
      if (connection) await ended(connection.client)
    },
  }
}

/** Tries until it is too late, where the database is only away. */
async function connected(place: PostgresPlace, ownership: Ownership, atMost: number): Promise<Connection> {
  const until = performance.now() + atMost
  for (;;) {
    try {
      return await prepared(place, ownership, until)
    } catch (error) {
      if (!(error instanceof CutError) || performance.now() > until) throw toPostgresFault(error)
      await sleep(pause)
    }
  }
}

async function prepared(place: PostgresPlace, ownership: Ownership, until: number): Promise<Connection> {
  const made = await connect(place, ownership.name)
  try {
    const { as, hungAfter = usualHungAfter, silence = usualSilence, waits = () => undefined } = place
    await prepareSession(made.query, ownership, { as, until, hungAfter, silence, waits })
    return made
  } catch (error) {
    await ended(made.client)
    throw error
  }
}

/**
 * Runs work in a transaction. Keeps, from one try to the next, what the transaction was called
 * whose COMMIT was not answered.
 */
function committer() {
  let unknown: { readonly xid: string; readonly answer: unknown } | undefined
  return async <T>(on: Connection, work: PostgresWork<T>): Promise<T> => {
    if (unknown && (await isCommitted(on.query, unknown.xid))) return unknown.answer as T
    unknown = undefined
    await on.query('BEGIN')
    return closing(on, work, async (answer) => {
      const [row] = (await on.query('SELECT pg_current_xact_id()::text AS xid, pg_backend_pid() AS pid')).rows
      // A pooler between us gave this transaction to another session than the one with the lock.
      if (row?.['pid'] !== on.pid) throw new StoreError('pooled')
      unknown = { xid: String(row['xid']), answer }
      await on.query('COMMIT')
      unknown = undefined
    })
  }
}

/** Ends a transaction that was begun; rolls it back where the work failed. */
async function closing<T>(
  { query }: Connection,
  work: PostgresWork<T>,
  commit: (answer: T) => Promise<void>,
): Promise<T> {
  try {
    const answer = await work(query)
    await commit(answer)
    return answer
  } catch (error) {
    if (!(error instanceof CutError)) await query('ROLLBACK')
    throw error
  }
}

/** Waits until the database knows: the session that was cut may still be at it. */
async function isCommitted(query: PostgresQuery, xid: string): Promise<boolean> {
  for (;;) {
    const [row] = (await query('SELECT pg_xact_status($1::text::xid8) AS status', [xid])).rows
    if (row?.['status'] !== 'in progress') return row?.['status'] === 'committed'
    await sleep(pause)
  }
}

async function connect({ url, silence = usualSilence }: PostgresPlace, name: string): Promise<Connection> {
  const client = new pg.Client({
    connectionString: url,
    application_name: name,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    query_timeout: silence,
    types: { getTypeParser: parserOf },
  })
  // What is cut is noticed by the next query; without a listener it would end the process.
  client.on('error', () => undefined)
  const query: PostgresQuery = async (sql, values = []) => {
    try {
      const { rows, rowCount } = await client.query<StoredRow>(sql, values.map(sayable))
      return { rows, count: rowCount ?? 0 }
    } catch (error) {
      throw CutError.of(error)
    }
  }
  try {
    await client.connect()
  } catch (error) {
    await ended(client)
    throw CutError.of(error)
  }
  const [row] = (await query('SELECT pg_backend_pid() AS pid')).rows
  return { client, query, pid: Number(row?.['pid']) }
}

async function ended(client: pg.Client): Promise<void> {
  // A connection that hangs is not waited for.
  await Promise.race([client.end().catch(() => undefined), sleep(500, undefined, { ref: false })])
}

function sayable(value: unknown): unknown {
  if (typeof value === 'string') return withoutNul(value)
  if (Array.isArray(value)) return value.map(sayable)
  return value
}

const int8 = 20
const bytea = 17

/** 64-bit numbers are counts and times: all below 2^53. Bytes get memory of their own, so that they can be handed to another thread. */
function parserOf(oid: number, format?: string): (value: string) => unknown {
  if (oid === int8) return Number
  if (oid === bytea) return (text) => Uint8Array.from(Buffer.from(text.slice(2), 'hex'))
  return pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown
}
