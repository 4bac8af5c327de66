/**
 * Whether an undo would take others' work with it: tried on a copy of the document. It would
 * where a record goes that others wrote into, something of theirs goes with its step, or the
 * flow comes apart that they built on it.
 */
import * as Y from 'yjs'
import type { Chart, Id } from '../model/chart.ts'
import { rootNames } from '../model/records/records.ts'

export interface TriedUndo {
  readonly undoing: Y.UndoManager
  readonly doc: Y.Doc
  readonly takeBack: (doc: Y.Doc, undoing: Y.UndoManager) => void
  readonly read: (doc: Y.Doc) => Chart
  /** The chart that taking it back led to, had nobody done anything since. */
  readonly meant: Chart | undefined
}

export function takesOthersWork({ undoing, doc, takeBack, read, meant }: TriedUndo): boolean {
  const copy = new Y.Doc({ gc: false })
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const trying = new Y.UndoManager(rootNames.map((name) => copy.getMap(name)))
  trying.undoStack.push(...undoing.undoStack)
  trying.redoStack.push(...undoing.redoStack)
  const before = read(copy)
  const others = writtenByOthers(copy, doc.clientID)
  takeBack(copy, trying)
  const after = read(copy)
  trying.destroy()
  copy.destroy()
  return takesRecords(before, after, others) || tearsFlow(before, after, meant ?? before)
}

const kept = ['posts', 'steps', 'flowlines', 'risks', 'measures'] as const

function takesRecords(before: Chart, after: Chart, others: (root: string, id: Id) => boolean): boolean {
  return kept.some((root) => {
    const there = new Set(after[root].map(({ id }) => id))
    return before[root].some(({ id }) => !there.has(id) && others(root, id))
  })
}

/** Whether a field that is there was written by another client than mine. */
function writtenByOthers(doc: Y.Doc, mine: number): (root: string, id: Id) => boolean {
  const authors = new Set<string>()
  for (const root of kept) {
    for (const [id, record] of doc.getMap(root).entries()) {
      if (!(record instanceof Y.Map)) continue
      // No public API of Yjs tells who wrote a value.
      const { _map: items } = record as Y.Map<unknown>
      const isOthers = [...items.values()].some((item) => !item.deleted && item.id.client !== mine)
      if (isOthers) authors.add(JSON.stringify([root, id]))
    }
  }
  return (root, id) => authors.has(JSON.stringify([root, id]))
}

/** What the undo was meant to take apart was taken apart by whoever joined it. */
function tearsFlow(before: Chart, after: Chart, meant: Chart): boolean {
  if (partsIn(after) > Math.max(partsIn(before), partsIn(meant))) return true
  const [entered, now, then] = [before, after, meant].map(
    ({ flowlines }) => new Set(flowlines.map(({ to }) => to)),
  )
  const stoodAlone = new Set(meant.steps.map(({ id }) => id).filter((id) => !then!.has(id)))
  return after.steps.some(({ id }) => entered!.has(id) && !now!.has(id) && !stoodAlone.has(id))
}

function partsIn({ steps, flowlines }: Chart): number {
  const neighbours = new Map<Id, Id[]>(steps.map(({ id }) => [id, []]))
  for (const { from, to } of flowlines) {
    neighbours.get(from)!.push(to)
    neighbours.get(to)!.push(from)
  }
  const met = new Set<Id>()
  let parts = 0
  for (const { id } of steps) {
    if (met.has(id)) continue
    parts += 1
    const part = new Set([id])
    for (const step of part) for (const next of neighbours.get(step)!) part.add(next)
    for (const step of part) met.add(step)
  }
  return parts
}
