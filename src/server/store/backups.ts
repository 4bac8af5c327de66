/** The folder of scheduled backups: one file a day, each tested by restoring it, the last ones kept. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backUp, restore } from './backup.ts'
import { openReader } from './database.ts'
import type { IntegrityReport } from './integrityCheck.ts'
import { openSeals, type RowPlace } from './seals.ts'
import { StoreError } from './storeError.ts'

/** How many stay. */
const keptBackups = 14

const fileName = /^qingquan-\d{4}-\d{2}-\d{2}\.bak$/

/** Paths of the backups in a folder, the newest first. */
export function backupsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => fileName.test(name))
  return names
    .sort()
    .reverse()
    .map((name) => join(folder, name))
}

export interface DailyBackup {
  readonly file: string
  /** Charts and rows that were damaged before; then no older backup is removed. */
  readonly harms: number
}

export interface BackupPlace {
  readonly directory: string
  /** postgres://…: what is kept there is backed up, not the directory. */
  readonly url?: string | undefined
}

/**
 * Makes the backup of a day (yyyy-mm-dd) if there is none, restores it on trial, and removes
 * those that are too old. Undefined if there was one. A backup that cannot be restored as it is
 * is removed, and `StoreError('damaged')` thrown.
 */
export async function backUpOf(
  day: string,
  place: BackupPlace,
  folder: string,
): Promise<DailyBackup | undefined> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `qingquan-${day}.bak`)
  if (existsSync(file)) return undefined
  const made = harmsIn(await backedUp(place, file))
  try {
    if (restoredHarms(file) !== made) throw new StoreError('damaged')
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
  if (made === 0) for (const old of backupsIn(folder).slice(keptBackups)) rmSync(old, { force: true })
  return { file, harms: made }
}

async function backedUp({ directory, url }: BackupPlace, file: string): Promise<IntegrityReport> {
  if (url === undefined) return backUp(directory, file)
  const { backUpPostgres } = await import('./postgres/dataMoves.ts')
  return backUpPostgres(url, file)
}

function harmsIn({ wrong, rows }: IntegrityReport): number {
  return wrong.length + rows.length
}

function restoredHarms(file: string): number {
  const trial = mkdtempSync(join(tmpdir(), 'qingquan-trial-'))
  try {
    return harmsIn(restore(trial, file, 'keep'))
  } finally {
    rmSync(trial, { recursive: true, force: true })
  }
}

/** The newest backup that holds this row whole. */
export function backupWith(place: RowPlace, backups: readonly string[]): string | undefined {
  return backups.find((file) => {
    try {
      const copy = openReader(file)
      try {
        return openSeals(copy)?.isSound(place) === true
      } finally {
        copy.close()
      }
    } catch {
      return false
    }
  })
}
