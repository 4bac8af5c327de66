/**
 * The chart in a shared Y.Doc. Every root is a Y.Map of id → Y.Map with one key per field, so
 * that two people who edit two fields of one step both keep their work. Changes are decided in
 * model/edits; what merging breaks is repaired on reading (model/records/repaired.ts).
 */
import * as Y from 'yjs'
import type { Change } from '../model/records/changes.ts'
import { applyChanges, drop, put } from '../model/records/changes.ts'
import { isSameValue } from '../model/records/isSameValue.ts'
import { lostMarkFields } from '../model/fields/traceFields.ts'
import { healing } from '../model/records/healing.ts'
import type { PlaceCause } from '../model/records/placesBetween.ts'
import { placesBetween } from '../model/records/placesBetween.ts'
import { isStructural } from '../model/records/isStructural.ts'
import type { Chart, Id } from '../model/chart.ts'
import { repaired } from '../model/records/repaired.ts'
import type { FieldValue, DocRoot, Records } from '../model/records/records.ts'
import { takesOthersWork } from './takesOthersWork.ts'
import { rootNames } from '../model/records/records.ts'
import { readRecords } from './readRecords.ts'

export type Undoing = 'unless-it-takes-others-work' | 'anyway'

export type UndoAnswer = 'done' | 'others-work'

export interface ChartDoc {
  readonly doc: Y.Doc
  /** The chart as it is now; the same object until something changes. */
  readonly chart: () => Chart
  /** Applies changes as one undo step of this person. */
  readonly apply: (changes: readonly Change[]) => void
  /** Adds a listener for all changes; returns a function that removes it. */
  readonly onChange: (listener: () => void) => () => void
  /** Undo and redo of this person's changes only. */
  /**
   * Where others' work would go with it, or their flow would come apart, nothing is done and it
   * is said: `others-work`; `anyway` does it all the same.
   */
  readonly undo: (how?: Undoing) => UndoAnswer
  readonly redo: (how?: Undoing) => UndoAnswer
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
  /** The step that undo would take back, as a value to compare; undefined if there is none. */
  readonly newestStep: () => unknown
  readonly close: () => void
}

/** Reads and edits the chart in `doc`. The caller creates and destroys the document. */
export function openChartDoc(doc: Y.Doc): ChartDoc {
  const me = Symbol('this person')
  const roots = rootNames.map((name) => doc.getMap(name))
  const undoing = new Y.UndoManager(roots, { trackedOrigins: new Set([me]), captureTimeout: 0 })
  let read: Chart | undefined
  const forget = () => {
    read = undefined
  }
  doc.on('afterTransaction', forget)
  const chart = () => (read ??= repaired(readRecords(doc)))
  const standing = chartsBefore(undoing, chart)
  const mine = stepsOfMineAlone(doc, undoing, me)
  const takenBack =
    (side: 'undo' | 'redo') =>
    (how: Undoing = 'unless-it-takes-others-work'): UndoAnswer => {
      const stack = side === 'undo' ? undoing.undoStack : undoing.redoStack
      const last = stack.at(-1)
      if (!last) return 'done'
      const cause = side === 'undo' ? 'undo' : 'edit'
      const takeBack = (where: Y.Doc, by: Y.UndoManager) => noting(where, cause, () => void by[side]())
      const tried = () =>
        takesOthersWork({ undoing, doc, takeBack, read: readChart, meant: standing.of(last) })
      if (how !== 'anyway' && !mine.has(last) && tried()) return 'others-work'
      standing.note()
      mine.goesOn(last, () => takeBack(doc, undoing))
      return 'done'
    }
  return {
    doc,
    chart,
    apply: (changes) => {
      undoing.stopCapturing()
      standing.note()
      applyToDoc(doc, changes, me)
    },
    onChange: (listener) => {
      doc.on('update', listener)
      return () => doc.off('update', listener)
    },
    undo: takenBack('undo'),
    redo: takenBack('redo'),
    canUndo: () => undoing.undoStack.length > 0,
    canRedo: () => undoing.redoStack.length > 0,
    newestStep: () => undoing.undoStack.at(-1),
    close: () => {
      undoing.destroy()
      doc.off('afterTransaction', forget)
    },
  }
}

function readChart(doc: Y.Doc): Chart {
  return repaired(readRecords(doc))
}

type Step = Y.UndoManager['undoStack'][number]

/** The chart as it was before each step that can be undone or redone: what taking it back is meant to lead to. */
function chartsBefore(undoing: Y.UndoManager, chart: () => Chart) {
  const before = new WeakMap<Step, Chart>()
  let now: Chart | undefined
  undoing.on('stack-item-added', ({ stackItem }) => {
    if (now) before.set(stackItem, now)
  })
  return {
    note: () => {
      now = chart()
    },
    of: (step: Step) => before.get(step),
  }
}

/**
 * Steps since which nobody else did anything: taking one back leads to the chart that was there
 * before it, and needs no trying, which takes a second where a chart is large.
 */
function stepsOfMineAlone(doc: Y.Doc, undoing: Y.UndoManager, me: unknown) {
  let alone = new WeakSet<Step>()
  let isAlone = true
  doc.on('afterTransaction', ({ local, origin, changed }: Y.Transaction) => {
    const isMine = local && (origin === me || origin === undoing || origin === healingOrigin)
    if (!isMine && changed.size > 0) alone = new WeakSet()
  })
  undoing.on('stack-item-added', ({ stackItem }) => {
    if (isAlone) alone.add(stackItem)
  })
  return {
    has: (step: Step) => alone.has(step),
    /** Takes `step` back: what is put on the other stack is as much mine alone as it was. */
    goesOn: (step: Step, takeBack: () => void) => {
      isAlone = alone.has(step)
      takeBack()
      isAlone = true
    },
  }
}

/** Traces are not undone: what was taken back must still be found by those who built on it. */
function noting(doc: Y.Doc, cause: PlaceCause, act: () => void): void {
  const before = readRecords(doc)
  act()
  const after = readRecords(doc)
  write(doc, [...placesBetween(before, after, cause), ...marksBack(after)], healingOrigin)
}

/** What a step that was brought back has by itself; the rest is the server's to set (`stricterMarks.ts`). */
function marksBack({ steps, lostMarks = {} }: Records): readonly Change[] {
  return Object.entries(lostMarks).flatMap(([id, marks]) => {
    const step = Object.hasOwn(steps, id) ? steps[id]! : undefined
    const isBack = step && Object.entries(marks).every(([field, mark]) => isSameValue(step[field], mark))
    return isBack ? [drop('lostMarks', id)] : []
  })
}

/**
 * Applies changes to the document in one Yjs transaction: other clients get all of them in one
 * update. `origin` is the transaction's origin. Where they move the flow, what reading healed is
 * written first, as nobody's work, and the places of the steps are noted.
 */
export function applyToDoc(doc: Y.Doc, changes: readonly Change[], origin: unknown): void {
  if (changes.length === 0) return
  const noted = changes.some((change) => movesFlow(doc, change)) ? healAndNote(doc, changes) : changes
  write(doc, noted, origin)
}

/** A field of a post that stands in the document moves nothing; one that only healing brought back is written first. */
function movesFlow(doc: Y.Doc, change: Change): boolean {
  const { kind, root, id } = change
  return isStructural(change) && !(root === 'posts' && kind === 'set' && rootOf(doc, root).has(id))
}

function healAndNote(doc: Y.Doc, changes: readonly Change[]): readonly Change[] {
  const records = readRecords(doc)
  const mended = healing(records)
  write(doc, mended, healingOrigin)
  const before = applyChanges(records, mended)
  return [
    ...changes,
    ...placesBetween(before, applyChanges(before, changes), 'edit'),
    ...splitPosts(before, changes),
    ...marksGone(before, changes),
  ]
}

/** Another may bring the step back without having seen them. */
function marksGone({ steps }: Records, changes: readonly Change[]): readonly Change[] {
  return changes.flatMap(({ kind, root, id }) => {
    if (kind !== 'drop' || root !== 'steps') return []
    const marks = Object.entries(steps[id] ?? {}).filter(
      ([field, value]) => Object.hasOwn(lostMarkFields, field) && value !== false && value !== '',
    )
    return marks.length > 0 ? [put('lostMarks', id, Object.fromEntries(marks))] : []
  })
}

const healingOrigin = Symbol('healing')

/** A post that goes without being merged is nobody's place to follow any more. */
function splitPosts({ postMerges = {} }: Records, changes: readonly Change[]): readonly Change[] {
  const merged = new Set(
    changes.flatMap(({ kind, root, id }) => (kind === 'put' && root === 'postMerges' ? [id] : [])),
  )
  return changes.flatMap(({ kind, root, id }) =>
    kind === 'drop' && root === 'posts' && !merged.has(id) && Object.hasOwn(postMerges, id)
      ? [drop('postMerges', id)]
      : [],
  )
}

function write(doc: Y.Doc, changes: readonly Change[], origin: unknown): void {
  if (changes.length === 0) return
  doc.transact(() => {
    for (const change of changes) applyOne(rootOf(doc, change.root), change)
  }, origin)
}

type Root = Y.Map<unknown>

function rootOf(doc: Y.Doc, name: DocRoot): Root {
  return doc.getMap(name)
}

function applyOne(root: Root, change: Change): void {
  switch (change.kind) {
    case 'put':
      root.set(change.id, new Y.Map(Object.entries(change.fields).filter(([, value]) => value !== undefined)))
      return
    case 'set':
      setField(root, change.root, change.id, change.field, change.value)
      return
    case 'drop':
      root.delete(change.id)
  }
}

function setField(root: Root, name: DocRoot, id: Id, field: string, value: FieldValue | undefined): void {
  if (name === 'meta' && !root.has(id)) root.set(id, new Y.Map<unknown>())
  const record = root.get(id)
  if (!(record instanceof Y.Map)) return
  if (value === undefined) record.delete(field)
  else record.set(field, value)
}
