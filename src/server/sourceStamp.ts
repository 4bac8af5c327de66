/** What the page was built from, by content: times do not survive every copy. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

export const pageSources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'] as const

/** Lies beside the built page. */
export const stampFile = 'sources.sha256'

/** SHA-256 (hex) of names and contents of all sources in `root`. */
export async function sourceStamp(root: string): Promise<string> {
  const files = (await Promise.all(pageSources.map(async (path) => filesIn(join(root, path))))).flat()
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    hash.update(`${relative(root, file)}\0`)
    hash.update(await readFile(file))
  }
  return hash.digest('hex')
}

async function filesIn(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined)
  if (!entries) return [path]
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
