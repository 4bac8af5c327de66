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
  /** Where the store writes on this machine; undefined: nowhere. */
  readonly dataDir: string | undefined
  /** ms */
  readonly now: () => number
}

/** ms that an answer may be old. */
const fresh = 2000
/** ms after which who asks is answered although the store has not yet: a slow disk is no outage … */
const prompt = 1000
/** … until it has been silent for so many. */
const patience = 3000

/** Bytes that must be free, or the hundredth part of a small disk. */
const leastFree = 32 * 1024 * 1024

export function openHealth(parts: HealthParts): () => Promise<Health> {
  let last: { readonly at: number; readonly health: Promise<Health> } | undefined
  const answers = storeAsker(parts)
  return async () => {
    const at = parts.now()
    if (!last || Math.abs(at - last.at) > fresh) last = { at, health: asked(parts, answers) }
    return last.health
  }
}

async function asked({ jobs, dataDir }: HealthParts, answers: () => Promise<boolean>): Promise<Health> {
  const [isStoreWell, isDiskWell] = await Promise.all([answers(), dataDir === undefined || hasRoom(dataDir)])
  const wrong = [
    ...(isStoreWell ? [] : [serverText.storeSilent]),
    ...(isDiskWell ? [] : [serverText.diskFull]),
    ...(jobs.isStuck() ? [serverText.jobsStuck] : []),
  ]
  return { ok: wrong.length === 0, wrong }
}

/** One question at a time; whether the store is well, within `prompt` ms. */
function storeAsker({ store, now }: HealthParts): () => Promise<boolean> {
  let open: { readonly since: number; readonly answer: Promise<boolean> } | undefined
  const ask = () => ({
    since: now(),
    answer: store.unit
      .read()
      .then(
        () => true,
        () => false,
      )
      .finally(() => (open = undefined)),
  })
  return async () => {
    open ??= ask()
    const { since, answer } = open
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(now() - since < patience), prompt)
    })
    const isWell = await Promise.race([answer, late])
    clearTimeout(timer)
    return isWell
  }
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
