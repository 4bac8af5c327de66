/** Finds the built page; builds it if it is missing or older than its sources. */
import { execFile } from 'node:child_process'
import { access, constants, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { pageSources, sourceStamp, stampFile } from './sourceStamp.ts'

export interface BuiltPage {
  /** Folder with index.html and assets. */
  readonly dir: string
}

/** Builds the page in `root` if needed; says what it does. Rejects if the build fails. */
export async function readyPage(
  root: string,
  tell: (what: 'building' | 'oldPage') => void,
): Promise<BuiltPage> {
  const dir = join(root, 'dist')
  const built = await changedAt(join(dir, 'index.html'))
  const newest = Math.max(...(await Promise.all(pageSources.map(async (path) => newestIn(join(root, path))))))
  if (built < newest && !(await isStampOf(root, dir))) {
    // A folder that nobody may write to is one that somebody installed: its page is used.
    if (built > 0 && !(await isWritable(dir))) tell('oldPage')
    else {
      tell('building')
      await buildPage(root)
    }
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

/** Copied without times, the page still says of which sources it was built. */
async function isStampOf(root: string, dir: string): Promise<boolean> {
  const stamp = await readFile(join(dir, stampFile), 'utf8').catch(() => undefined)
  return stamp !== undefined && stamp === (await sourceStamp(root))
}

async function isWritable(dir: string): Promise<boolean> {
  return access(dir, constants.W_OK).then(
    () => true,
    () => false,
  )
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
