/** The browser's IndexedDB database; opened again whenever the browser closes or deletes it. */
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
  /** Runs `work`. After a failure the next call opens a new connection. */
  readonly use: <T>(work: (db: Database) => Promise<T>) => Promise<T>
  /**
   * Adds a listener for the loss of the database (stored data may be gone); returns a function
   * that removes it.
   */
  readonly onLost: (listener: () => void) => () => void
}

/** Opens the database. Rejects if the browser allows no storage. */
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
    // Another tab deletes or upgrades the database; close so that it need not wait.
    blocking: () => lost(db),
    terminated: () => lost(db),
  })
  return db
}
