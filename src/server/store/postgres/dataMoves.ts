/**
 * All that a server keeps, moved between a data directory, a backup file and PostgreSQL. What
 * arrives is compared with what was there, row by row, before it counts; and what was left behind
 * is marked, so that nobody goes on working there without noticing.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { DirectoryHasDataError, restore, setAside, withoutOwners, wholeFile } from '../backup.ts'
import { openDatabase, openReader } from '../database.ts'
import { integrityCheck, type IntegrityReport } from '../integrityCheck.ts'
import { lockDirectory } from '../lock.ts'
import { databaseFile } from '../paths.ts'
import { openPostgres, type PostgresDatabase, type PostgresPlace } from './postgresDatabase.ts'
import type { PostgresQuery } from './postgresQuery.ts'
import { copyToPostgres, copyToSqlite, differencesBetween, type RowDifference } from './rowCopy.ts'

/** What was to be moved is damaged, or did not arrive as it was. Nothing was changed. */
export class MoveError extends Error {
  override readonly name = 'MoveError'
  readonly report: IntegrityReport | undefined
  readonly differences: readonly RowDifference[]

  constructor(
    found: { readonly report: IntegrityReport } | { readonly differences: readonly RowDifference[] },
  ) {
    super('report' in found ? 'damaged' : 'different')
    this.report = 'report' in found ? found.report : undefined
    this.differences = 'differences' in found ? found.differences : []
  }
}

/** The PostgreSQL that was to be filled is not empty. */
export class PostgresHasDataError extends Error {
  override readonly name = 'PostgresHasDataError'
}

export interface MovedData {
  readonly charts: number
  readonly revisions: number
}

/** ms: sorting a large table takes a while, and nobody waits. */
const silence = 30 * 60_000

/**
 * From a data directory whose server is stopped into an empty PostgreSQL. Answers also under which name
 * the SQLite file is kept. Rejects with a `StoreError`, `MoveError` or `PostgresHasDataError`.
 */
export async function migrateToPostgres(
  directory: string,
  url: string,
): Promise<MovedData & { readonly before: string }> {
  const lock = lockDirectory(directory)
  try {
    const moved = await filled(url, directory)
    const before = setAside(directory, 'moved')
    rmSync(databaseFile(directory))
    return { ...moved, before }
  } finally {
    lock.release()
  }
}

/** From a backup into an empty PostgreSQL. Rejects as `migrateToPostgres`, and as `restore`. */
export async function restoreToPostgres(url: string, file: string): Promise<MovedData> {
  return inTrialDirectory(async (directory) => {
    restore(directory, file, 'keep')
    return filled(url, directory)
  })
}

/** From PostgreSQL, whose server is stopped, into an empty data directory. */
export async function migrateFromPostgres(url: string, directory: string): Promise<MovedData> {
  if (existsSync(databaseFile(directory))) throw new DirectoryHasDataError()
  const lock = lockDirectory(directory)
  try {
    return await withPostgres({ url, as: 'server' }, async (database) => {
      const report = await copiedInto(database, databaseFile(directory), () => undefined)
      if (!isSound(report)) {
        rmSync(databaseFile(directory), { force: true })
        throw new MoveError({ report })
      }
      await database.writing(
        async (on) => void (await on("INSERT INTO qingquan VALUES ('moved', 1) ON CONFLICT DO NOTHING")),
      )
      return report
    })
  } finally {
    lock.release()
  }
}

/** As `backUp`, of PostgreSQL as it is at one moment; a server may be running. */
export async function backUpPostgres(url: string, file: string): Promise<IntegrityReport> {
  return withPostgres({ url, as: 'beside' }, (database) => copiedInto(database, resolve(file), withoutOwners))
}

/** As `integrityCheck`, of PostgreSQL; a server may be running. Takes as much disk as the data. */
export async function examinePostgres(url: string): Promise<IntegrityReport> {
  return inTrialDirectory((directory) =>
    withPostgres({ url, as: 'beside' }, (database) =>
      copiedInto(database, databaseFile(directory), () => undefined),
    ),
  )
}

/** Fills an empty PostgreSQL from a data directory, in one transaction. */
async function filled(url: string, directory: string): Promise<MovedData> {
  const source = openDatabase(directory)
  try {
    const report = integrityCheck(source)
    if (!isSound(report)) throw new MoveError({ report })
    await withPostgres({ url, as: 'server' }, (database) =>
      database.writing(async (on) => {
        await expectEmpty(on)
        await copyToPostgres(source, on)
        await expectSame(source, on)
      }),
    )
    return report
  } finally {
    source.close()
  }
}

/** Writes the file beside its place, compares, examines, then renames it. */
async function copiedInto(
  database: PostgresDatabase,
  file: string,
  finish: (copy: string) => void,
): Promise<IntegrityReport> {
  return database.reading(async (on) => {
    const folder = mkdtempSync(join(dirname(file), '.qingquan-copy-'))
    try {
      const target = openDatabase(folder)
      try {
        await copyToSqlite(on, target)
        await expectSame(target, on)
        target.exec('PRAGMA journal_mode = DELETE')
      } finally {
        target.close()
      }
      const copy = databaseFile(folder)
      finish(copy)
      const examined = examinedIn(copy)
      wholeFile(copy, file)
      return examined
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
}

function examinedIn(copy: string): IntegrityReport {
  const reader = openReader(copy)
  try {
    return integrityCheck(reader)
  } finally {
    reader.close()
  }
}

async function expectSame(sqlite: DatabaseSync, on: PostgresQuery): Promise<void> {
  const differences = await differencesBetween(sqlite, on)
  if (differences.length > 0) throw new MoveError({ differences })
}

/** Whoever has been served once has links; a catalogue or settings alone would be lost as well. */
async function expectEmpty(on: PostgresQuery): Promise<void> {
  for (const table of ['charts', 'links', 'people', 'powers', 'unit']) {
    const { rows } = await on(`SELECT 1 FROM ${table} LIMIT 1`)
    if (rows.length > 0) throw new PostgresHasDataError()
  }
}

function isSound({ structure, triggers, wrong, rows }: IntegrityReport): boolean {
  return structure.length + triggers.length + wrong.length + rows.length === 0
}

async function withPostgres<T>(
  place: PostgresPlace,
  work: (database: PostgresDatabase) => Promise<T>,
): Promise<T> {
  const database = await openPostgres({ ...place, silence })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

async function inTrialDirectory<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'qingquan-trial-'))
  try {
    return await work(directory)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
