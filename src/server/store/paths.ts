/** Paths of the store's files. */
import { join } from 'node:path'

/**
 * The data directory of a command: the one given on the command line, otherwise that of the
 * server's settings.
 */
export function dataDirectory(
  named: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): string {
  return named ?? (env['DATA_DIR'] || '.data')
}

/** Path of the SQLite file in a data directory. */
export function databaseFile(directory: string): string {
  return join(directory, 'qingquan.db')
}

/** An empty file that only serves as a lock. */
export function lockFile(directory: string): string {
  return join(directory, 'server.lock')
}
