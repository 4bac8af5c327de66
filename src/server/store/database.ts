/**
 * Opens the database: one SQLite file, `qingquan.db`, in WAL mode with `synchronous=FULL`,
 * so that a commit that has answered is on the disk. It holds hashes of links and
 * sessions: only its owner may read it.
 *
 * Nobody in this process may open the file by other means (not even to read it): the
 * system would then drop SQLite's locks on it (https://www.sqlite.org/howtocorrupt.html, 2.2).
 */
import { chmodSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { databaseFile } from './paths.ts'
import { privateDirectory } from './privateDirectory.ts'
import { applicationId, migrations } from './schema.ts'
import { harmedRows, openSeals, sealAll, type RowPlace, type Seals } from './seals.ts'
import { toStoreError } from './toStoreError.ts'
import { StoreError } from './storeError.ts'

/** The open databases that keep checksums. */
const sealsOf = new WeakMap<DatabaseSync, Seals>()

/** ms to wait for a file that another process (a backup) holds. */
const patience = 5000

/**
 * Opens the server's connection. Creates directory and file if missing, and migrates older
 * databases. Throws a `StoreError`.
 */
export function openDatabase(directory: string): DatabaseSync {
  return toStoreError(() => {
    privateDirectory(directory)
    const path = databaseFile(directory)
    const database = new DatabaseSync(path, { timeout: patience })
    try {
      // Before anything is written; the WAL takes its permissions from here.
      chmodSync(path, 0o600)
      expectOurs(database)
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
      database.exec(`PRAGMA journal_size_limit = ${64 * 1024 * 1024}`)
      migrate(database)
      const seals = openSeals(database)
      if (seals) sealsOf.set(database, seals)
      // What a killed process had written and not sealed.
      sealPending(database)
      return database
    } catch (error) {
      database.close()
      throw error
    }
  })
}

/** Opens a database for reading; a server may write to it meanwhile. Throws a `StoreError`. */
export function openReader(path: string): DatabaseSync {
  return toStoreError(() => {
    const database = new DatabaseSync(path, { readOnly: true, timeout: patience })
    try {
      expectOurs(database)
      if (versionOf(database) === 0) throw new StoreError('damaged')
      return database
    } catch (error) {
      database.close()
      throw error
    }
  })
}

/**
 * Throws a `StoreError` for an SQLite version with the WAL reset bug, which can lose data:
 * https://www.sqlite.org/wal.html#walresetbug.
 */
export function expectSqlite(version: string): void {
  const oldest = [3, 51, 3]
  const parts = version.split('.').map(Number)
  const differs = oldest.findIndex((part, index) => part !== (parts[index] ?? 0))
  if (differs >= 0 && (parts[differs] ?? 0) < oldest[differs]!) throw new StoreError('old-sqlite')
}

/**
 * Runs `work` in a transaction; its commit is durable when this returns. Rolls back and
 * rethrows if `work` throws.
 */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  return toStoreError(() => {
    database.exec('BEGIN IMMEDIATE')
    try {
      const answer = work()
      sealsOf.get(database)?.seal()
      database.exec('COMMIT')
      return answer
    } catch (error) {
      // When the disk is full SQLite has already rolled back.
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  })
}

/** Writes the checksums of what was written outside of `inTransaction`. */
export function sealPending(database: DatabaseSync): void {
  if (!database.isTransaction && sealsOf.get(database)?.isPending() === true)
    inTransaction(database, () => undefined)
}

/** Whether a row is what was written. */
export function isSound(database: DatabaseSync, place: RowPlace): boolean {
  return sealsOf.get(database)?.isSound(place) ?? true
}

/** Throws `StoreError('damaged')` if a row is not what was written. */
export function expectSound(database: DatabaseSync, places: readonly RowPlace[]): void {
  if (!places.every((place) => isSound(database, place))) throw new StoreError('damaged')
}

/** Runs `read` in a read transaction: all its queries see the same state. */
export function readTransaction<T>(database: DatabaseSync, read: () => T): T {
  return toStoreError(() => {
    database.exec('BEGIN')
    try {
      return read()
    } finally {
      if (database.isTransaction) database.exec('ROLLBACK')
    }
  })
}

/** Checks that the database is ours and not newer than this program, before anything is written. */
function expectOurs(database: DatabaseSync): void {
  expectSqlite(String(valueOf(database, 'SELECT sqlite_version()')))
  const empty = Number(valueOf(database, 'SELECT count(*) FROM sqlite_schema')) === 0
  const ours = valueOf(database, 'PRAGMA application_id') === applicationId
  if (!ours && !(empty && versionOf(database) === 0)) throw new StoreError('damaged')
  if (versionOf(database) > migrations.length) throw new StoreError('newer')
}

function migrate(database: DatabaseSync): void {
  if (versionOf(database) === migrations.length) return
  // A migration changes rows: all sums are made anew, but what was harmed before stays so.
  const harmed = harmedRows(database)
  for (const [before, migration] of migrations.entries()) {
    if (versionOf(database) > before) continue
    inTransaction(database, () => {
      database.exec(migration)
      database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${before + 1}`)
    })
  }
  inTransaction(database, () => sealAll(database, harmed))
}

function versionOf(database: DatabaseSync): number {
  return Number(valueOf(database, 'PRAGMA user_version'))
}

function valueOf(database: DatabaseSync, sql: string): unknown {
  const row = database.prepare(sql).get()
  return row && Object.values(row)[0]
}
