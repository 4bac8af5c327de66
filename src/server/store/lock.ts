/**
 * One server a directory. The lock is a transaction on a file that holds nothing: the
 * system lets go of it with the process, however that ends, and a backup, which reads the
 * database beside it, is not in its way.
 */
import { mkdirSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { lockFile } from './paths.ts'
import { toStoreError } from './toStoreError.ts'

export interface Lock {
  readonly release: () => void
}

/** Throws `StoreError('in-use')` at once where another has it. */
export function lockDirectory(directory: string): Lock {
  return toStoreError(() => {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    const file = new DatabaseSync(lockFile(directory), { timeout: 0 })
    try {
      // No journal: there is nothing to roll back, and no second file to leave behind.
      file.exec('PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE')
    } catch (error) {
      file.close()
      throw error
    }
    return { release: () => file.close() }
  })
}
