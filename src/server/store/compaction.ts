/**
 * Compaction replaces the log of a chart by a snapshot, in steps that are committed one by
 * one. The process may end after any of them: a snapshot is only read once it is verified, and
 * updates are only deleted after that. The next compaction removes what an interrupted one
 * left.
 */
import type { DatabaseSync } from 'node:sqlite'
import * as Y from 'yjs'
import { inTransaction } from './database.ts'
import { replayed, rowsReader, sha256, sourceOf, updatesBetween, type LogRows, type Source } from './rows.ts'
import { isSameDocument } from './sameDocument.ts'
import { toStoreError } from './toStoreError.ts'
import { StoreError } from './storeError.ts'

/** State passed from step to step. */
export interface Compaction {
  readonly chart: string
  readonly source?: Source
  readonly merged?: Uint8Array
  /** Id of the new snapshot. */
  readonly snapshot?: number
}

export interface CompactionStep {
  readonly name: string
  readonly run: (database: DatabaseSync, compaction: Compaction) => Compaction
}

export const compactionSteps: readonly CompactionStep[] = [
  { name: 'read', run: read },
  { name: 'merge', run: merge },
  { name: 'write', run: write },
  { name: 'verify', run: verify },
  { name: 'take away what is covered', run: takeAwayCovered },
  { name: 'take away the old snapshot', run: takeAwayOld },
]

/**
 * Compacts the log of a chart. Returns false if there was nothing to do. Throws
 * `StoreError('damaged')` and deletes nothing if the snapshot would differ from the log.
 */
export function compact(database: DatabaseSync, chart: string, steps = compactionSteps): boolean {
  const compacting = stepByStep(database, chart, steps)
  let { done, value } = compacting.next()
  while (!done) ({ done, value } = compacting.next())
  return value ?? false
}

/** `compact`, awaiting `turn` before each step, so that merging a long log delays no edit. */
export async function compactInTurns(
  database: DatabaseSync,
  chart: string,
  turn: () => Promise<void>,
): Promise<boolean> {
  const compacting = stepByStep(database, chart, compactionSteps)
  let { done, value } = toStoreError(() => compacting.next())
  while (!done) {
    await turn()
    ;({ done, value } = toStoreError(() => compacting.next()))
  }
  return value ?? false
}

function* stepByStep(
  database: DatabaseSync,
  chart: string,
  steps: readonly CompactionStep[],
): Generator<undefined, boolean> {
  if (isCompact(rowsReader(database)(chart))) return false
  let compaction: Compaction = { chart }
  for (const step of steps) {
    yield
    compaction = step.run(database, compaction)
  }
  return true
}

/** There is nothing to do. */
export function isCompact({ snapshots, updates }: LogRows): boolean {
  return updates.length === 0 && snapshots.length <= 1 && snapshots.every(({ verified }) => verified)
}

function read(database: DatabaseSync, compaction: Compaction): Compaction {
  return { ...compaction, source: sourceOf(rowsReader(database)(compaction.chart)) }
}

function merge(_: DatabaseSync, compaction: Compaction): Compaction {
  return { ...compaction, merged: mergedOf(given(compaction.source)) }
}

export function mergedOf({ snapshot, updates }: Source): Uint8Array {
  const doc = replayed(snapshot, updates)
  const merged = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return merged
}

function write(database: DatabaseSync, compaction: Compaction): Compaction {
  const { chart, source, merged } = compaction
  const bytes = given(merged)
  const inserting = database.prepare(
    'INSERT INTO snapshots (chart, through, bytes, sha256) VALUES (?, ?, ?, ?)',
  )
  const { lastInsertRowid } = inTransaction(database, () =>
    inserting.run(chart, given(source).seq, bytes, sha256(bytes)),
  )
  return { ...compaction, snapshot: Number(lastInsertRowid) }
}

/** Reads everything again from the disk before comparing. */
function verify(database: DatabaseSync, compaction: Compaction): Compaction {
  const id = given(compaction.snapshot)
  if (!isFaithful(rowsReader(database)(compaction.chart), id, compaction.source?.snapshot?.id)) {
    inTransaction(database, () => database.prepare('DELETE FROM snapshots WHERE id = ?').run(id))
    throw new StoreError('damaged')
  }
  inTransaction(database, () => database.prepare('UPDATE snapshots SET verified = 1 WHERE id = ?').run(id))
  return compaction
}

/** Whether a snapshot, as it was read back, says what the one before it and the updates since say. */
export function isFaithful(
  { snapshots, updates }: LogRows,
  id: number,
  beforeId: number | undefined,
): boolean {
  const written = snapshots.find((snapshot) => snapshot.id === id)
  const before = snapshots.find((snapshot) => snapshot.id === beforeId)
  const covered = written && updatesBetween(updates, before?.through ?? 0, written.through)
  return (
    written?.intact === true &&
    covered !== undefined &&
    isSame(replayed(written, []), replayed(before, covered))
  )
}

function takeAwayCovered(database: DatabaseSync, compaction: Compaction): Compaction {
  const taking = database.prepare(
    'DELETE FROM updates WHERE chart = ? AND seq <= (SELECT through FROM snapshots WHERE id = ?)',
  )
  inTransaction(database, () => taking.run(compaction.chart, given(compaction.snapshot)))
  return compaction
}

function takeAwayOld(database: DatabaseSync, compaction: Compaction): Compaction {
  const taking = database.prepare('DELETE FROM snapshots WHERE chart = ? AND id <> ?')
  inTransaction(database, () => taking.run(compaction.chart, given(compaction.snapshot)))
  return compaction
}

function isSame(a: Y.Doc, b: Y.Doc): boolean {
  const same = isSameDocument(a, b)
  a.destroy()
  b.destroy()
  return same
}

function given<T>(of: T | undefined): T {
  if (of === undefined) throw new Error('A step of a compaction without the one before')
  return of
}
