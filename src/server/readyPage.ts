/** Finds the built page; builds it if it is missing or older than its sources. */
import { execFile } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

export interface BuiltPage {
  /** Folder with index.html and assets. */
  readonly dir: string
}

/** Builds the page in `root` if needed; calls `tell` before a build begins. Rejects if the build fails. */
export async function readyPage(root: string, tell: () => void): Promise<BuiltPage> {
  const dir = join(root, 'dist')
  const built = await changedAt(join(dir, 'index.html'))
  const newest = Math.max(...(await Promise.all(sources.map(async (path) => newestIn(join(root, path))))))
  if (built < newest) {
    tell()
    await buildPage(root)
  }
  return { dir }
}

/**
 * Builds in a child process: the environment of this one (of a test runner, say) must not get
 * into the page.
 */
async function buildPage(root: string): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: root, env })
}

async function newestIn(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Math.max(...(await Promise.all([path, ...files].map(changedAt))))
}

/** ms since 1970; 0 where there is nothing. */
async function changedAt(path: string): Promise<number> {
  return stat(path).then(
    (found) => (found.isFile() ? found.mtimeMs : 0),
    () => 0,
  )
}
