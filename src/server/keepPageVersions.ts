/**
 * Which files of the built page stay: those of this build, and those of the one before, for tabs
 * that are still open with it.
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Lies beside the built page. */
const versionsFile = 'versions.json'

interface PageVersions {
  readonly now: readonly string[]
  readonly before: readonly string[]
}

/** `made`: names of the files under `assets` that this build has written. Removes what is older than the one before. */
export async function keepPageVersions(dist: string, made: readonly string[]): Promise<void> {
  const path = join(dist, versionsFile)
  const known = await readFile(path, 'utf8').then(
    (text) => JSON.parse(text) as PageVersions,
    (): PageVersions => ({ now: [], before: [] }),
  )
  const now = [...made].sort()
  // The same build once more does not make the version before an old one.
  const isSame = now.join() === known.now.join()
  const before = isSame ? known.before : known.now
  const stays = new Set([...now, ...before])
  const assets = join(dist, 'assets')
  const old = (await readdir(assets)).filter((name) => !stays.has(name.replace(/\.gz$/, '')))
  await Promise.all(old.map(async (name) => rm(join(assets, name))))
  await writeFile(path, JSON.stringify({ now, before } satisfies PageVersions))
}
