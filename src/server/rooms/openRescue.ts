/**
 * Which revisions an update brings with it: of the chart as it was before a large deletion,
 * and of a new chart when it first holds something. They go into the store in the transaction
 * of the update, so that no kill and no clock comes between.
 */
import * as Y from 'yjs'
import { readRecords } from '../../doc/readRecords.ts'
import { repaired } from '../../model/records/repaired.ts'
import { rootNames } from '../../model/records/records.ts'
import { historyWords } from '../../text/messages/server.ts'
import { revisionFile, type RevisionFile } from '../revisionFile.ts'
import type { ChartState, NewRevision } from '../store/tables.ts'
import { decoded } from './decoded.ts'

export interface RescueParts {
  readonly chart: string
  readonly now: () => number
  readonly elapsed: () => number
  readonly newId: () => string
  /** Writes a chart file in another thread; large charts are not written here. */
  readonly writtenElsewhere?: ((chart: string, state: ChartState) => Promise<RevisionFile>) | undefined
}

/** Records of one kind that may go in one update without a revision; of steps, less than a fifth of the chart. */
const most = 5

/** Records of a chart that may change in one update without a revision, whatever their number. */
const mostChanged = 20

/** ms between two: writing down a large chart takes time, and the last one holds nearly all. */
const pause = 2000

/** Moved by every arrangement, and no loss. */
const positions: ReadonlySet<string> = new Set([
  'flowPosition',
  'lanesPosition',
  'externalFlowPosition',
  'externalLanesPosition',
  'order',
])

/** Steps from which on a chart is written in another thread: 5,000 take half a second. */
const large = 500

/** ms that an update waits for its revision at most; then it is written here. */
const patience = 5000

type Rescued = NewRevision | Promise<NewRevision>

export function openRescue(doc: Y.Doc, parts: RescueParts) {
  const { chart, now, elapsed, newId, writtenElsewhere } = parts
  let keptAt = -Infinity
  const revisionOf = (name: string): Rescued => {
    const about = { id: newId(), chart, at: now(), kind: 'auto', name, authors: [] } as const
    if (!writtenElsewhere || doc.getMap('steps').size < large)
      return { ...revisionFile(repaired(readRecords(doc))), ...about }
    const state = [Y.encodeStateAsUpdate(doc)]
    return atLatest(writtenElsewhere(chart, state), () => fileOf(state)).then((file) => ({
      ...file,
      ...about,
    }))
  }
  return {
    /** Call before the update is applied, and what it answers after that: the revision to keep with it, if any. */
    before: (update: Uint8Array): (() => Rescued | undefined) => {
      if (isEmpty(doc)) return () => (isEmpty(doc) ? undefined : revisionOf(''))
      if (elapsed() - keptAt < pause || !isLarge(doc, update)) return () => undefined
      keptAt = elapsed()
      const kept = revisionOf(historyWords.beforeDeletion)
      return () => kept
    },
  }
}

/** What `writing` answers in time, else what `here` does. */
async function atLatest<T>(writing: Promise<T>, here: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patience, undefined)
  })
  try {
    return (await Promise.race([writing.catch(() => undefined), late])) ?? here()
  } finally {
    clearTimeout(timer)
  }
}

function fileOf(state: ChartState): RevisionFile {
  const doc = new Y.Doc()
  for (const update of state) Y.applyUpdate(doc, update)
  const file = revisionFile(repaired(readRecords(doc)))
  doc.destroy()
  return file
}

function isEmpty(doc: Y.Doc): boolean {
  return rootNames.every((root) => doc.getMap(root).size === 0)
}

function isLarge(doc: Y.Doc, update: Uint8Array): boolean {
  const deletions = decoded(update)?.deletions ?? new Map()
  if (deletions.size === 0) return false
  const roots = new Map<unknown, string>(rootNames.map((root) => [doc.getMap(root), root]))
  const gone = new Map<string, number>()
  const changed = new Set<unknown>()
  for (const item of deletedItems(doc, deletions)) {
    const root = roots.get(item.parent)
    if (root !== undefined) gone.set(root, (gone.get(root) ?? 0) + 1)
    else if (!positions.has(item.parentSub ?? '')) changed.add(item.parent)
  }
  if (changed.size > mostChanged) return true
  const steps = gone.get('steps') ?? 0
  if (steps > 0 && steps * 5 >= doc.getMap('steps').size) return true
  return [...gone.values()].some((count) => count > most)
}

type Deletions = NonNullable<ReturnType<typeof decoded>>['deletions']

/** What is in the document and would go. */
function* deletedItems(doc: Y.Doc, deletions: Deletions): Generator<Y.Item> {
  for (const [client, ranges] of deletions) {
    const structs = doc.store.clients.get(client)
    if (!structs) continue
    for (const { clock, len } of ranges) {
      if (clock >= Y.getState(doc.store, client)) continue
      for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
        const struct = structs[at]!
        if (struct.id.clock >= clock + len) break
        if (struct instanceof Y.Item && !struct.deleted && struct.parentSub !== null) yield struct
      }
    }
  }
}
