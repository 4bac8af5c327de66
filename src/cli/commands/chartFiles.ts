/** Files and folders as they are given to a command → chart files, in the order of their names. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { batchCommand } from '../../text/messages/batchCommand.ts'
import { CommandError } from '../cliCommand.ts'

/**
 * A folder stands for the chart files directly in it. Missing paths are kept: reading them
 * reports the error.
 */
export async function chartFiles(paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (there) => there.isDirectory(),
      () => false,
    )
    if (!isFolder) {
      found.push(path)
      continue
    }
    const inside = (await readdir(path)).filter((name) => name.endsWith('.json'))
    if (inside.length === 0) throw new CommandError(batchCommand.noneInside(path), 1)
    found.push(
      ...inside
        .sort((a, b) => a.localeCompare(b, 'zh-CN', { numeric: true }))
        .map((name) => join(path, name)),
    )
  }
  return found
}
