/** Where the store keeps its things on the disk. */
import { join } from 'node:path'

/** The directory that a command works on: the one that was named, or the server's own. */
export function dataDirectory(
  named: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): string {
  return named ?? (env['DATA_DIR'] || '.data')
}

export function databaseFile(directory: string): string {
  return join(directory, 'qingquan.db')
}

/** Holds nothing; it is only ever locked. */
export function lockFile(directory: string): string {
  return join(directory, 'server.lock')
}
