/**
 * Keeps revisions automatically: when work on a chart pauses, at intervals while it goes on,
 * before a restore, when the server stops, and at its start, of what it had no time for. Rooms
 * keep those at birth and before large deletions. No revision is made if the chart equals the
 * last one.
 */
import type { Revision, RevisionKind } from '../protocol/api.ts'
import { workFor } from './jobs/asker.ts'
import type { ListedContent, WrittenChart } from './jobs/job.ts'
import type { JobPool } from './jobs/jobPool.ts'
import { historyWords } from '../text/messages/server.ts'
import type { ChartState, Store } from './store/tables.ts'

export interface History {
  /** Notes a change by person `by`. */
  readonly changed: (chart: string, by: string) => void
  /** How many changes were noted since the start. */
  readonly noted: () => number
  /** Keeps a revision of the current state and answers it. For kind `auto`, answers the last one if the chart equals it. */
  readonly keep: (chart: string, why: RevisionReason) => Promise<Revision>
  /** Keeps a revision if the chart was changed since the last one. */
  readonly settle: (chart: string) => Promise<void>
  /** Call every few seconds: updates list entries and keeps revisions that are due. */
  readonly tick: () => Promise<void>
  /** Keeps what an earlier process left: call once at the start. Stops when the history is closed. */
  readonly catchUp: () => Promise<void>
  /** Keeps everything that is not yet kept. */
  readonly close: () => Promise<void>
}

export interface RevisionReason {
  readonly kind: RevisionKind
  readonly name: string
  readonly by: string
}

/** Times are those of `elapsed`. */
interface Unkept {
  readonly since: number
  last: number
  /** Time of the first change that the lists do not show yet. */
  untoldSince: number | undefined
  readonly by: Set<string>
}

/** ms without a change after which a revision is made. */
const pause = 2 * 60_000
/** ms between revisions while work goes on without a pause. */
const longest = 15 * 60_000

/** ms without a change after which list entries are updated … */
const moment = 1500
/** ms: … and at most this late while changes go on. */
const meanwhile = 30_000

export interface HistoryParts {
  readonly store: Store
  /** A chart as Yjs encodes it. */
  readonly state: (id: string) => Promise<ChartState>
  readonly jobs: Pick<JobPool, 'run'>
  /** ms since 1970 */
  readonly now: () => number
  /** ms of a clock that is never set: for pauses. */
  readonly elapsed: () => number
  readonly newId: () => string
}

export function openHistory({ store, state, jobs, now, elapsed, newId }: HistoryParts): History {
  const unkept = new Map<string, Unkept>()
  let count = 0
  let closed = false
  const keep = async (chart: string, why: RevisionReason): Promise<Revision> => {
    const by = unkept.get(chart)?.by ?? new Set()
    unkept.delete(chart)
    try {
      return await add(chart, why, new Set([...by, why.by]))
    } catch (error) {
      for (const person of by) changed(chart, person)
      throw error
    }
  }
  // Under the chart's own name, so that upkeep of one large chart does not keep the others waiting.
  const written = async (chart: string) =>
    workFor(`chart:${chart}`, async () => jobs.run('chartFile', { state: await state(chart) }))
  const describe = async (chart: string, listed: ListedContent) =>
    store.charts.describe(chart, { ...listed, changedAt: now() })
  const add = adder({ store, now, newId, written, describe })
  const changed = (chart: string, by: string) => {
    count += 1
    unkept.set(chart, noted(unkept.get(chart), by, elapsed()))
  }
  const settle = async (chart: string) => {
    if (unkept.has(chart)) await keep(chart, { kind: 'auto', name: '', by: '' })
  }
  return {
    changed,
    noted: () => count,
    keep,
    settle,
    tick: async () => {
      for (const [chart, found] of unkept) {
        const at = elapsed()
        if (at - found.last > pause || at - found.since > longest) await settle(chart)
        else if (isDescriptionDue(found, at)) {
          found.untoldSince = undefined
          await describe(chart, (await written(chart)).listed)
        }
      }
    },
    catchUp: async () => catchUp(store, { changed, settle, isClosed: () => closed }),
    close: async () => {
      closed = true
      for (const chart of unkept.keys()) await settle(chart)
    },
  }
}

interface Adding extends Pick<HistoryParts, 'store' | 'now' | 'newId'> {
  readonly written: (chart: string) => Promise<WrittenChart>
  readonly describe: (chart: string, listed: ListedContent) => Promise<void>
}

function adder({ store, now, newId, written, describe }: Adding) {
  return async (
    chart: string,
    { kind, name }: RevisionReason,
    by: ReadonlySet<string>,
  ): Promise<Revision> => {
    const through = await store.charts.seqOf(chart)
    const { file, hash, listed } = await written(chart)
    const [last] = await store.revisions.list(chart, undefined, 1)
    await describe(chart, listed)
    if (kind === 'auto' && last?.hash === hash) {
      await store.charts.keptThrough(chart, through)
      return last
    }
    const revision = { id: newId(), at: now(), kind, name, authors: await namesOf(store, by), hash }
    await store.revisions.add({ ...revision, chart, file })
    await store.charts.keptThrough(chart, through)
    return revision
  }
}

interface CatchingUp extends Pick<History, 'changed' | 'settle'> {
  readonly isClosed: () => boolean
}

async function catchUp(store: Store, { changed, settle, isClosed }: CatchingUp): Promise<void> {
  for (const { id, people } of await store.charts.behind()) {
    if (isClosed()) return
    for (const person of people) changed(id, person)
    await settle(id)
  }
}

function noted(before: Unkept | undefined, by: string, at: number): Unkept {
  const unkept = before ?? { since: at, last: at, untoldSince: at, by: new Set() }
  unkept.last = at
  unkept.untoldSince ??= at
  unkept.by.add(by)
  return unkept
}

function isDescriptionDue({ last, untoldSince }: Unkept, at: number): boolean {
  if (untoldSince === undefined) return false
  return at - last > moment || at - untoldSince > meanwhile
}

async function namesOf(store: Store, by: ReadonlySet<string>): Promise<readonly string[]> {
  const ids = [...by].filter((id) => id !== '')
  return [...new Set(await Promise.all(ids.map(async (id) => nameOf(store, id))))]
}

async function nameOf({ people, links }: Store, id: string): Promise<string> {
  if (id === 'server') return historyWords.server
  if (!id.startsWith('link:')) return (await people.find(id))?.name || historyWords.nobody
  return (await links.find(id.slice('link:'.length)))?.name || historyWords.script
}
