/**
 * Copies of a whole database: one out of the directory while a server runs, one into it
 * while none does. A copy is made beside its place, examined, then renamed: a file of its
 * name is always a whole one.
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
import { basename, dirname, join, resolve } from 'node:path'
import { openDatabase, openReader } from './database.ts'
import { integrityCheck, type IntegrityReport } from './integrityCheck.ts'
import { lockDirectory } from './lock.ts'
import { databaseFile } from './paths.ts'
import { toStoreError } from './toStoreError.ts'
import { StoreError } from './storeError.ts'

/** Of the database in a directory, from one moment. Throws `StoreError('damaged')`, and leaves no file, where the structure is broken; a harmed chart is copied as it is. */
export function backUp(directory: string, file: string): IntegrityReport {
  const place = resolve(file)
  return whole(place, (beside) => copyOf(databaseFile(directory), beside))
}

export interface Restored extends IntegrityReport {
  /** Where the database that was there is kept. */
  readonly before: string | undefined
}

/** There is a database, and nobody said that it may be replaced. */
export class DirectoryHasDataError extends Error {
  override readonly name = 'DirectoryHasDataError'
}

/** The other way. Throws a `StoreError` where a server runs or the file is none of ours, a `DirectoryHasDataError` where nothing was said about data that is there. */
export function restore(directory: string, file: string, there: 'keep' | 'replace'): Restored {
  const lock = lockDirectory(directory)
  try {
    const place = databaseFile(directory)
    const taken = existsSync(place) || existsSync(`${place}-wal`)
    if (taken && there === 'keep') throw new DirectoryHasDataError()
    let before: string | undefined
    const examined = whole(place, (beside) => {
      const found = copyOf(resolve(file), beside)
      before = taken ? setAside(directory) : undefined
      return found
    })
    return { ...examined, before }
  } finally {
    lock.release()
  }
}

/** Something at its place, or nothing. */
function whole(place: string, make: (beside: string) => IntegrityReport): IntegrityReport {
  const beside = join(dirname(place), `.${basename(place)}.${process.pid}.tmp`)
  try {
    return toStoreError(() => {
      const made = make(beside)
      renameSync(beside, place)
      syncPath(dirname(place))
      return made
    })
  } finally {
    rmSync(beside, { force: true })
    rmSync(`${beside}-journal`, { force: true })
  }
}

/** What has not been read again is no copy. */
function copyOf(from: string, to: string): IntegrityReport {
  // Made first, so that nobody else may ever read it: it holds the hashes of all links.
  closeSync(openSync(to, 'wx', 0o600))
  const source = openReader(from)
  try {
    source.prepare('VACUUM INTO ?').run(to)
  } finally {
    source.close()
  }
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
 * Keeps the database beside its place, under the first free name. Its WAL goes into it
 * first: a WAL that stayed behind would be played into the database that comes.
 */
function setAside(directory: string): string {
  const place = databaseFile(directory)
  const kept = freeName(place)
  // Before it is opened: SQLite throws away the WAL of a file that it finds empty.
  if (existsSync(`${place}-wal`)) secondName(`${place}-wal`, `${kept}-wal`)
  try {
    withoutWal(directory)
    rmSync(`${kept}-wal`, { force: true })
  } catch (error) {
    if (!(error instanceof StoreError && (error.fault === 'damaged' || error.fault === 'newer'))) throw error
    // It cannot be read (that may be why one restores): kept as it lies, WAL and all.
    rmSync(`${place}-wal`, { force: true })
    rmSync(`${place}-shm`, { force: true })
  }
  secondName(place, kept)
  return kept
}

function withoutWal(directory: string): void {
  const database = openDatabase(directory)
  try {
    // Refused while anybody still looks on (a backup): then the WAL would stay.
    toStoreError(() => database.exec('PRAGMA journal_mode = DELETE'))
  } finally {
    database.close()
  }
}

function freeName(place: string): string {
  for (let n = 1; ; n += 1) {
    const name = `${place}.before-${n}`
    if (!existsSync(name) && !existsSync(`${name}-wal`)) return name
  }
}

/** A link, so that at no moment there is none of the name; some file systems have only copies. */
function secondName(place: string, name: string): void {
  try {
    linkSync(place, name)
  } catch {
    copyFileSync(place, name, constants.COPYFILE_EXCL)
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
