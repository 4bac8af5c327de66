/**
 * Allows one server per directory. The lock is an open transaction on an empty SQLite file:
 * the system releases it when the process ends in any way, and it does not block a backup of
 * the database beside it.
 */
import { chmodSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { lockFile } from './paths.ts'
import { privateDirectory } from './privateDirectory.ts'
import { toStoreError } from './toStoreError.ts'

export interface Lock {
  readonly release: () => void
}

/** Locks the directory. Throws `StoreError('in-use')` at once if another process holds the lock. */
export function lockDirectory(directory: string): Lock {
  return toStoreError(() => {
    privateDirectory(directory)
    const file = new DatabaseSync(lockFile(directory), { timeout: 0 })
    try {
      chmodSync(lockFile(directory), 0o600)
      // No journal: nothing is written that could be rolled back.
      file.exec('PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE')
    } catch (error) {
      file.close()
      throw error
    }
    return { release: () => file.close() }
  })
}
