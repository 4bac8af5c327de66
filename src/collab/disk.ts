/**
 * The database of this browser, opened anew whenever the browser took it away: closed by
 * force, deleted to make room, deleted by hand.
 */
import type { DBSchema, IDBPDatabase } from 'idb'
import { openDB } from 'idb'
import type { LocalChartSummary } from './localChartSummary.ts'

interface Kept extends DBSchema {
  charts: { key: string; value: LocalChartSummary }
  updates: {
    key: number
    value: { readonly chart: string; readonly update: Uint8Array }
    indexes: { chart: string }
  }
}

export type Database = IDBPDatabase<Kept>

export interface Disk {
  /** Runs one piece of work. Where it fails, the next one gets a fresh connection. */
  readonly use: <T>(work: (db: Database) => Promise<T>) => Promise<T>
  /** Called when the database was taken away: what was kept may be gone. Answers how to stop it. */
  readonly onLost: (listener: () => void) => () => void
}

/** Rejects where the browser allows no storage at all. */
export async function openDisk(name: string): Promise<Disk> {
  const listeners = new Set<() => void>()
  let current: Promise<Database> | undefined
  const forget = (db: Database) => {
    current = undefined
    db.close()
  }
  const lost = (db: Database) => {
    forget(db)
    for (const listener of listeners) listener()
  }
  const database = async () => (current ??= openDatabase(name, lost))
  const use: Disk['use'] = async (work) => {
    const db = await database().catch((error: unknown) => {
      current = undefined
      throw error
    })
    try {
      return await work(db)
    } catch (error) {
      forget(db)
      throw error
    }
  }
  await use(async () => undefined)
  return {
    use,
    onLost: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

async function openDatabase(name: string, lost: (db: Database) => void): Promise<Database> {
  const db: Database = await openDB<Kept>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('charts', { keyPath: 'id' })
      fresh.createObjectStore('updates', { autoIncrement: true }).createIndex('chart', 'chart')
    },
    // Someone deletes it, or a newer page changes it: holding on would only make them wait.
    blocking: () => lost(db),
    terminated: () => lost(db),
  })
  return db
}
