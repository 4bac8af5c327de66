/**
 * The records of a document as plain data. What has not changed since the last reading is the same
 * object: of a large chart an edit changes a few records, and only those are read again.
 */
import * as Y from 'yjs'
import type { Id } from '../model/chart.ts'
import type { DocRoot, Fields, Records } from '../model/records/records.ts'
import { rootNames, traceRoots } from '../model/records/records.ts'

type Root = Y.Map<unknown>

type ReadRoot = { readonly [id: Id]: Fields }

/** What was read of a document and holds still. */
interface Reading {
  readonly roots: Map<Root, ReadRoot>
  readonly records: WeakMap<Y.Map<unknown>, Fields>
  /** The last transaction whose changes were forgotten. */
  seen: Y.Transaction | undefined
}

const readings = new WeakMap<Y.Doc, Reading>()

/** Never throws: values that are not plain JSON records are skipped. */
export function readRecords(doc: Y.Doc): Records {
  const reading = currentReading(doc)
  const rootOf = (name: DocRoot): Root => doc.getMap(name)
  const traces = traceRoots.filter((name) => rootOf(name).size > 0)
  return Object.fromEntries(
    [...rootNames, ...traces].map((name) => [name, readRoot(rootOf(name), reading)]),
  ) as unknown as Records
}

/** An empty one within a transaction, and before Yjs has told of its changes. */
function currentReading(doc: Y.Doc): Reading {
  const known = readings.get(doc) ?? openReading(doc)
  // No public API of Yjs tells that a transaction is under way.
  const { _transaction: open, _transactionCleanups: untold } = doc
  const last = untold.at(-1)
  const isTold = open === null && (last === undefined || last === known.seen)
  return isTold ? known : emptyReading()
}

function emptyReading(): Reading {
  return { roots: new Map(), records: new WeakMap(), seen: undefined }
}

function openReading(doc: Y.Doc): Reading {
  const reading = emptyReading()
  readings.set(doc, reading)
  doc.on('beforeObserverCalls', (transaction: Y.Transaction) => {
    reading.seen = transaction
    for (const type of transaction.changed.keys() as Iterable<unknown>) {
      if (!(type instanceof Y.Map)) continue
      reading.records.delete(type as Root)
      reading.roots.delete(type as Root)
      if (type.parent instanceof Y.Map) reading.roots.delete(type.parent as Root)
    }
  })
  return reading
}

function readRoot(root: Root, { roots, records }: Reading): ReadRoot {
  const known = roots.get(root)
  if (known) return known
  const read: [Id, Fields][] = []
  root.forEach((record, id) => {
    if (!(record instanceof Y.Map)) return
    const fields = records.get(record as Root) ?? readRecord(record as Root)
    records.set(record as Root, fields)
    read.push([id, fields])
  })
  const all = Object.fromEntries(read)
  roots.set(root, all)
  return all
}

function readRecord(record: Y.Map<unknown>): Fields {
  const plain: [string, unknown][] = []
  record.forEach((value, field) => {
    if (!(value instanceof Y.AbstractType)) plain.push([field, value])
  })
  return Object.fromEntries(plain) as Fields
}
