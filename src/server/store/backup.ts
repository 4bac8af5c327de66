/**
 * Backup and restore of a whole database. Backup works while a server runs, restore only while
 * none does. A copy is written beside its destination, checked, then renamed, so that a file
 * of the final name is always complete.
 */
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { basename, dirname, join, resolve } from 'node:path'
import { openDatabase, openReader } from './database.ts'
import { integrityCheck, type IntegrityReport } from './integrityCheck.ts'
import { lockDirectory } from './lock.ts'
import { databaseFile } from './paths.ts'
import { emptied } from './seals.ts'
import { toStoreError } from './toStoreError.ts'
import { StoreError } from './storeError.ts'

/**
 * Copies the database of a directory into `file`, as of one moment; a server may be running.
 * Throws `StoreError('damaged')` and leaves no file if the structure is broken; a damaged
 * chart is copied as it is and named in the report.
 */
export function backUp(directory: string, file: string): IntegrityReport {
  const path = resolve(file)
  return whole(path, (beside) => copyOf(databaseFile(directory), beside))
}

export interface Restored extends IntegrityReport {
  /** Path of the database that was replaced. */
  readonly before: string | undefined
}

/** The directory already has a database and replacing it was not allowed. */
export class DirectoryHasDataError extends Error {
  override readonly name = 'DirectoryHasDataError'
}

/**
 * Replaces the database of a directory by a backup. Throws a `StoreError` if a server is
 * running or the file is not ours (or has triggers that are not: `foreign`), a `DirectoryHasDataError` if there is data and `there` is
 * `keep`.
 */
export function restore(directory: string, file: string, there: 'keep' | 'replace'): Restored {
  const lock = lockDirectory(directory)
  try {
    const path = databaseFile(directory)
    const taken = existsSync(path) || existsSync(`${path}-wal`)
    if (taken && there === 'keep') throw new DirectoryHasDataError()
    let before: string | undefined
    const examined = whole(path, (beside) => {
      const found = copyOf(resolve(file), beside)
      if (found.triggers.length > 0) throw new StoreError('foreign')
      before = taken ? setAside(directory, 'before') : undefined
      return found
    })
    return { ...examined, before }
  } finally {
    lock.release()
  }
}

/**
 * Creates a file atomically: `make` writes to a temporary path, which is renamed to `path`
 * afterwards and removed on failure.
 */
function whole(path: string, make: (beside: string) => IntegrityReport): IntegrityReport {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    return toStoreError(() => {
      const made = make(beside)
      renameSync(beside, path)
      syncPath(dirname(path))
      return made
    })
  } finally {
    rmSync(beside, { force: true })
    rmSync(`${beside}-journal`, { force: true })
  }
}

/** Gives a file that was written beside its place its name, which it then has for good. */
export function wholeFile(beside: string, path: string): void {
  toStoreError(() => {
    syncPath(beside)
    renameSync(beside, path)
    syncPath(dirname(path))
  })
}

/** Copies and checks the copy by reading it again. */
function copyOf(from: string, to: string): IntegrityReport {
  // Created first with mode 0600, because the file holds the hashes of all links.
  closeSync(openSync(to, 'wx', 0o600))
  const source = openReader(from)
  try {
    source.prepare('VACUUM INTO ?').run(to)
  } finally {
    source.close()
  }
  withoutOwners(to)
  syncPath(to)
  const copy = openReader(to)
  try {
    const examined = integrityCheck(copy)
    if (examined.structure.length > 0) throw new StoreError('damaged')
    return examined
  } finally {
    copy.close()
  }
}

/**
 * Client ids belong to connections. Of those that are open when a backup is restored the server
 * knows nothing, and each of them may bring what the others had written since.
 */
export function withoutOwners(copy: string): void {
  const database = new DatabaseSync(copy)
  try {
    emptied(database, 'clients')
  } finally {
    database.close()
  }
}

/**
 * Moves the database aside, under the first free name. Its WAL is checkpointed into it first:
 * a WAL left behind would be applied to the database that replaces it.
 */
export function setAside(directory: string, as: 'before' | 'moved'): string {
  const path = databaseFile(directory)
  const kept = freeName(path, as)
  // Before opening: SQLite deletes the WAL of a file that it finds empty.
  if (existsSync(`${path}-wal`)) secondName(`${path}-wal`, `${kept}-wal`)
  try {
    withoutWal(directory)
    rmSync(`${kept}-wal`, { force: true })
  } catch (error) {
    if (!(error instanceof StoreError && (error.fault === 'damaged' || error.fault === 'newer'))) throw error
    // The database is unreadable (perhaps the reason for restoring): kept as it is, with its WAL.
    rmSync(`${path}-wal`, { force: true })
    rmSync(`${path}-shm`, { force: true })
  }
  secondName(path, kept)
  return kept
}

function withoutWal(directory: string): void {
  const database = openDatabase(directory)
  try {
    // Fails while a reader (a backup) is open: the WAL would remain.
    toStoreError(() => database.exec('PRAGMA journal_mode = DELETE'))
  } finally {
    database.close()
  }
}

function freeName(path: string, as: string): string {
  for (let n = 1; ; n += 1) {
    const name = `${path}.${as}-${n}`
    if (!existsSync(name) && !existsSync(`${name}-wal`)) return name
  }
}

/** A hard link, so that the file never lacks a name; a copy on file systems without links. */
function secondName(path: string, name: string): void {
  try {
    linkSync(path, name)
  } catch {
    copyFileSync(path, name, constants.COPYFILE_EXCL)
    syncPath(name)
  }
}

function syncPath(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
