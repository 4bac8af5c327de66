/**
 * Charts stored in this browser: an append-only log of Yjs updates in IndexedDB. A write
 * counts when its transaction is complete on disk (`durability: 'strict'`); failures are
 * reported. Tabs with the same chart exchange changes at once, and only the tab of origin
 * writes them. If the browser has deleted a log, the complete chart is written again.
 */
import * as Y from 'yjs'
import type { Role } from '../protocol/roles.ts'
import type { Database, Disk } from './disk.ts'
import { openDisk } from './disk.ts'
import type { LocalChartSummary } from './localChartSummary.ts'
import type { LocalPlace } from './localPlaces.ts'
import { binnedSince, placed } from './localPlaces.ts'
import { fromDisk, fromServer, fromServerByTab, fromTab } from './origins.ts'

/** 已存本机 / 正在保存 / 未能保存 */
export type SaveState = 'saved' | 'saving' | 'failed'

export interface LocalCharts {
  /** Without those that are locked or in the bin. */
  readonly list: () => Promise<readonly LocalChartSummary[]>
  /** Those in the bin, last binned first; what lies there since before `purgeBefore` is removed. */
  readonly listBin: (purgeBefore: number) => Promise<readonly LocalChartSummary[]>
  /** `at`: ms since 1970; undefined takes it out. A chart that is written again leaves the bin by itself. */
  readonly bin: (id: string, at: number | undefined) => Promise<void>
  /** Changes where the list shows a chart; each absent: as before. */
  readonly place: (id: string, place: LocalPlace) => Promise<void>
  /** Loads a chart into `doc`, then stores every change of it. */
  readonly open: (id: string, doc: Y.Doc, watch: LocalChartWatcher) => Promise<OpenLocalChart>
  /** Stores a new chart; resolves when it is on disk. */
  readonly create: (doc: Y.Doc, summary: LocalChartSummary) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  /** Keeps a chart out of the list until it is written again. */
  readonly lock: (id: string) => Promise<void>
}

export interface LocalChartWatcher {
  readonly summary: () => LocalChartSummary
  readonly onState: (state: SaveState) => void
}

export interface OpenLocalChart {
  /** False if there is no chart with this id. */
  readonly found: boolean
  /** What the server last said one may do; undefined where no server has the chart, as far as is known here. */
  readonly role: Role | undefined
  /** Its content may not be shown before the server has given the right to it again. */
  readonly locked: boolean
  /** Writes the list entry again, after something outside of the document has changed. */
  readonly note: () => void
  /** Stops; resolves when all pending changes are written. */
  readonly close: () => Promise<void>
}

/** Log entries above which a log is merged on opening. */
const longLog = 100

/** ms */
const retryAfter = 3000

/**
 * Opens the charts kept in this browser, in the IndexedDB database `name`. Rejects if the
 * browser allows no storage.
 */
export async function openLocalCharts(name = 'qingquan'): Promise<LocalCharts> {
  const disk = await openDisk(name)
  return {
    list: async () => {
      const charts = await reading(disk, async (db) => db.getAll('charts'))
      return charts
        .filter(({ locked, binnedAt }) => !locked && binnedAt === undefined)
        .sort((a, b) => b.changedAt - a.changedAt)
    },
    listBin: async (purgeBefore) => {
      const charts = await reading(disk, async (db) => db.getAll('charts'))
      const binned = charts.filter(({ locked, binnedAt }) => !locked && binnedAt !== undefined)
      const isOld = ({ binnedAt = 0 }: LocalChartSummary) => binnedAt < purgeBefore
      for (const { id } of binned.filter(isOld)) await disk.use(async (db) => removeChart(db, id))
      return binned.filter((chart) => !isOld(chart)).sort((a, b) => b.binnedAt! - a.binnedAt!)
    },
    bin: async (id, at) => disk.use(async (db) => changeSummary(db, id, (chart) => binnedSince(chart, at))),
    place: async (id, place) =>
      disk.use(async (db) => changeSummary(db, id, (chart) => placed(chart, place))),
    open: async (id, doc, watch) => openChart(disk, name, id, doc, watch),
    create: async (doc, summary) => disk.use(async (db) => append(db, summary, doc, [])),
    remove: async (id) => disk.use(async (db) => removeChart(db, id)),
    lock: async (id) =>
      disk.use(async (db) => changeSummary(db, id, (chart) => ({ ...chart, locked: true }))),
  }
}

/** Reads, and tries once more after a failure: the connection may have been lost without notice. */
async function reading<T>(disk: Disk, read: (db: Database) => Promise<T>): Promise<T> {
  return disk.use(read).catch(async () => disk.use(read))
}

/** Messages between tabs. A bare update is a change made in the sending tab. */
type TabMessage = Uint8Array | { readonly fromServer: Uint8Array }

async function openChart(
  disk: Disk,
  name: string,
  id: string,
  doc: Y.Doc,
  watch: LocalChartWatcher,
): Promise<OpenLocalChart> {
  // Listen before reading, so that a change written by another tab in between is not missed.
  const tabs = new BroadcastChannel(`${name}/${id}`)
  tabs.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
    if (data instanceof Uint8Array) Y.applyUpdate(doc, data, fromTab)
    else Y.applyUpdate(doc, data.fromServer, fromServerByTab)
  })
  const { updates, summary } = await reading(disk, async (db) => readLog(db, id))
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)), fromDisk)
  const writer = openWriter(disk, doc, watch)
  const heard = (update: Uint8Array, origin: unknown) => {
    if (origin === fromDisk || origin === fromTab || origin === fromServerByTab) return
    tabs.postMessage((origin === fromServer ? { fromServer: update } : update) satisfies TabMessage)
    writer.write(update)
  }
  doc.on('update', heard)
  const stopWatching = disk.onLost(writer.writeAgain)
  return {
    found: updates.length > 0,
    role: summary?.role,
    locked: summary?.locked === true,
    note: writer.writeAgain,
    close: async () => {
      doc.off('update', heard)
      stopWatching()
      tabs.close()
      await writer.idle()
    },
  }
}

/**
 * Writes pending changes, all that arrived during one write in the next. Failed writes are
 * kept and retried.
 */
function openWriter(disk: Disk, doc: Y.Doc, watch: LocalChartWatcher) {
  let waiting: Uint8Array[] = []
  let again = false
  let running: Promise<void> = Promise.resolve()
  let busy = false
  const drain = async () => {
    busy = true
    while (again || waiting.length > 0) {
      const batch = waiting
      waiting = []
      again = false
      try {
        await disk.use(async (db) => append(db, watch.summary(), doc, batch))
      } catch {
        waiting = [...batch, ...waiting]
        again = true
        busy = false
        watch.onState('failed')
        setTimeout(start, retryAfter)
        return
      }
    }
    busy = false
    watch.onState('saved')
  }
  const start = () => {
    if (!busy) running = drain()
  }
  const begin = () => {
    watch.onState('saving')
    start()
  }
  return {
    write: (update: Uint8Array) => {
      waiting.push(update)
      begin()
    },
    writeAgain: () => {
      again = true
      begin()
    },
    idle: async () => running,
  }
}

/**
 * Appends to the log of a chart; writes the complete chart if there is no log (new, or deleted
 * by the browser).
 */
async function append(
  db: Database,
  summary: LocalChartSummary,
  doc: Y.Doc,
  updates: readonly Uint8Array[],
): Promise<void> {
  const tx = db.transaction(['charts', 'updates'], 'readwrite', { durability: 'strict' })
  const log = tx.objectStore('updates')
  const done = tx.done
  done.catch(() => undefined)
  const kept = await log.index('chart').count(summary.id)
  const wanted = kept === 0 ? [Y.encodeStateAsUpdate(doc)] : updates
  await Promise.all([
    ...wanted.map(async (update) => log.add({ chart: summary.id, update })),
    putSummary(tx.objectStore('charts'), summary),
    done,
  ])
}

/** Where the list shows the chart is no matter of the chart, so whoever writes it does not know. */
async function putSummary(
  store: {
    get: (id: string) => Promise<LocalChartSummary | undefined>
    put: (s: LocalChartSummary) => Promise<string>
  },
  summary: LocalChartSummary,
): Promise<void> {
  const { folder, isTemplate } = (await store.get(summary.id)) ?? {}
  await store.put({ ...(folder && { folder }), ...(isTemplate && { isTemplate }), ...summary })
}

interface Log {
  readonly updates: readonly Uint8Array[]
  readonly summary: LocalChartSummary | undefined
}

/** Reads the updates of a chart, oldest first. A long log is merged in one transaction. */
async function readLog(db: Database, id: string): Promise<Log> {
  const tx = db.transaction(['charts', 'updates'], 'readwrite', { durability: 'strict' })
  const store = tx.objectStore('updates')
  const log = store.index('chart')
  const summary = await tx.objectStore('charts').get(id)
  const updates = (await log.getAll(id)).map((entry) => entry.update)
  if (updates.length < longLog) {
    await tx.done
    return { updates, summary }
  }
  const merged = Y.mergeUpdates(updates)
  const keys = await log.getAllKeys(id)
  await Promise.all([
    ...keys.map(async (key) => store.delete(key)),
    store.add({ chart: id, update: merged }),
    tx.done,
  ])
  return { updates: [merged], summary }
}

async function removeChart(db: Database, id: string): Promise<void> {
  const tx = db.transaction(['charts', 'updates'], 'readwrite', { durability: 'strict' })
  const keys = await tx.objectStore('updates').index('chart').getAllKeys(id)
  await Promise.all([
    ...keys.map(async (key) => tx.objectStore('updates').delete(key)),
    tx.objectStore('charts').delete(id),
    tx.done,
  ])
}

async function changeSummary(
  db: Database,
  id: string,
  change: (summary: LocalChartSummary) => LocalChartSummary,
): Promise<void> {
  const tx = db.transaction('charts', 'readwrite', { durability: 'strict' })
  const summary = await tx.store.get(id)
  if (summary) await tx.store.put(change(summary))
  await tx.done
}
