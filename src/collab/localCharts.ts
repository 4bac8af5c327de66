/**
 * Charts kept in this browser. An append-only log of Yjs updates in IndexedDB: a write
 * counts only when its transaction is complete on disk (`durability: 'strict'`), and a
 * failed one is said, never swallowed. Other tabs with the same chart hear of every
 * change at once, and only the tab where it was made writes it down.
 */
import type { DBSchema, IDBPDatabase } from 'idb'
import { openDB } from 'idb'
import * as Y from 'yjs'

/** What the list of charts shows, so that it need not open them. */
export interface ChartSummary {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly steps: number
  /** Milliseconds since 1970, of the last change. */
  readonly changedAt: number
}

/** 已存本机 / 正在保存 / 未能保存 */
export type SaveState = 'saved' | 'saving' | 'failed'

export interface LocalCharts {
  readonly list: () => Promise<readonly ChartSummary[]>
  /** Fills `doc` with what is kept under that id, then keeps every change of it. */
  readonly open: (id: string, doc: Y.Doc, watch: Watch) => Promise<OpenLocalChart>
  /** Keeps a whole new chart; resolved when it is on disk. */
  readonly create: (doc: Y.Doc, summary: ChartSummary) => Promise<void>
  readonly remove: (id: string) => Promise<void>
}

export interface Watch {
  readonly summary: () => ChartSummary
  readonly onState: (state: SaveState) => void
}

export interface OpenLocalChart {
  /** False where nothing is kept under that id. */
  readonly found: boolean
  /** Stops listening; resolved when all that was waiting has been written. */
  readonly close: () => Promise<void>
}

interface Kept extends DBSchema {
  charts: { key: string; value: ChartSummary }
  updates: {
    key: number
    value: { readonly chart: string; readonly update: Uint8Array }
    indexes: { chart: string }
  }
}

type Database = IDBPDatabase<Kept>

/** So many log entries of one chart are merged into one when it is opened. */
const longLog = 100

/** ms */
const retryAfter = 3000

export async function openLocalCharts(name = 'qingquan'): Promise<LocalCharts> {
  const db = await openDB<Kept>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('charts', { keyPath: 'id' })
      fresh.createObjectStore('updates', { autoIncrement: true }).createIndex('chart', 'chart')
    },
  })
  return {
    list: async () => (await db.getAll('charts')).sort((a, b) => b.changedAt - a.changedAt),
    open: async (id, doc, watch) => openChart(db, name, id, doc, watch),
    create: async (doc, summary) => append(db, summary, [Y.encodeStateAsUpdate(doc)]),
    remove: async (id) => removeChart(db, id),
  }
}

async function openChart(
  db: Database,
  name: string,
  id: string,
  doc: Y.Doc,
  watch: Watch,
): Promise<OpenLocalChart> {
  const fromDisk = Symbol('disk')
  const fromTab = Symbol('another tab')
  // Listening comes before reading: what another tab writes in between is then heard or read, never missed.
  const tabs = new BroadcastChannel(`${name}/${id}`)
  tabs.addEventListener('message', (message: MessageEvent<Uint8Array>) =>
    Y.applyUpdate(doc, message.data, fromTab),
  )
  const updates = await readLog(db, id)
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)), fromDisk)
  const writer = openWriter(db, watch)
  const heard = (update: Uint8Array, origin: unknown) => {
    if (origin === fromDisk || origin === fromTab) return
    tabs.postMessage(update)
    writer.write(update)
  }
  doc.on('update', heard)
  return {
    found: updates.length > 0,
    close: async () => {
      doc.off('update', heard)
      tabs.close()
      await writer.idle()
    },
  }
}

/** Writes what waits, everything that arrived during a write in the next one. What could not be written is kept and tried again. */
function openWriter(db: Database, watch: Watch) {
  let waiting: Uint8Array[] = []
  let running: Promise<void> = Promise.resolve()
  let busy = false
  const drain = async () => {
    busy = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        await append(db, watch.summary(), batch)
      } catch {
        waiting = [...batch, ...waiting]
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
  return {
    write: (update: Uint8Array) => {
      waiting.push(update)
      watch.onState('saving')
      start()
    },
    idle: async () => running,
  }
}

async function append(db: Database, summary: ChartSummary, updates: readonly Uint8Array[]): Promise<void> {
  const tx = db.transaction(['charts', 'updates'], 'readwrite', { durability: 'strict' })
  const writes = updates.map(async (update) => tx.objectStore('updates').add({ chart: summary.id, update }))
  await Promise.all([...writes, tx.objectStore('charts').put(summary), tx.done])
}

/** The updates of a chart, oldest first; a long log is merged in one transaction, so that it is whole at every moment. */
async function readLog(db: Database, id: string): Promise<readonly Uint8Array[]> {
  const tx = db.transaction('updates', 'readwrite', { durability: 'strict' })
  const log = tx.store.index('chart')
  const updates = (await log.getAll(id)).map((entry) => entry.update)
  if (updates.length < longLog) {
    await tx.done
    return updates
  }
  const merged = Y.mergeUpdates(updates)
  const keys = await log.getAllKeys(id)
  await Promise.all([
    ...keys.map(async (key) => tx.store.delete(key)),
    tx.store.add({ chart: id, update: merged }),
    tx.done,
  ])
  return [merged]
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
