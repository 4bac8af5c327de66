/**
 * What `/healthz` says: does the store answer, has its disk room, do the job threads work.
 * Whoever asks often gets an answer of the last two seconds.
 */
import { access, constants, statfs } from 'node:fs/promises'
import { serverText } from '../text/messages/server.ts'
import type { JobPool } from './jobs/jobPool.ts'
import type { Store } from './store/tables.ts'

export interface Health {
  readonly ok: boolean
  /** Chinese sentences for whoever looks after the server. */
  readonly wrong: readonly string[]
}

export interface HealthParts {
  readonly store: Pick<Store, 'unit'>
  readonly jobs: Pick<JobPool, 'isStuck'>
  readonly dataDir: string
  /** ms */
  readonly now: () => number
}

/** ms that an answer may be old, and that the store may take for one. */
const fresh = 2000
const patience = 3000

/** Bytes that must be free, or the hundredth part of a small disk. */
const leastFree = 32 * 1024 * 1024

export function openHealth(parts: HealthParts): () => Promise<Health> {
  let last: { readonly at: number; readonly health: Promise<Health> } | undefined
  return async () => {
    const at = parts.now()
    if (!last || Math.abs(at - last.at) > fresh) last = { at, health: asked(parts) }
    return last.health
  }
}

async function asked({ store, jobs, dataDir }: HealthParts): Promise<Health> {
  const [isStoreWell, isDiskWell] = await Promise.all([answers(store), hasRoom(dataDir)])
  const wrong = [
    ...(isStoreWell ? [] : [serverText.storeSilent]),
    ...(isDiskWell ? [] : [serverText.diskFull]),
    ...(jobs.isStuck() ? [serverText.jobsStuck] : []),
  ]
  return { ok: wrong.length === 0, wrong }
}

async function answers(store: HealthParts['store']): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience)
  })
  const answered = store.unit.read().then(
    () => true,
    () => false,
  )
  const isWell = await Promise.race([answered, late])
  clearTimeout(timer)
  return isWell
}

async function hasRoom(dataDir: string): Promise<boolean> {
  try {
    await access(dataDir, constants.W_OK)
    const { bavail, blocks, bsize } = await statfs(dataDir)
    return bavail * bsize > Math.min(leastFree, (blocks * bsize) / 100)
  } catch {
    return false
  }
}
