/**
 * A chart's log as it lies in the database, and how it is read whole: from the best
 * snapshot that is unharmed, with every update after it. Updates are numbered without
 * gaps and carry check sums, so that half a chart is never taken for a whole one.
 */
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import * as Y from 'yjs'
import { StoreError } from './storeError.ts'

export interface KeptUpdate {
  readonly seq: number
  readonly bytes: Uint8Array
  /** The check sum is that of the bytes. */
  readonly intact: boolean
}

export interface KeptSnapshot {
  readonly id: number
  /** Says what the updates up to this one said. */
  readonly through: number
  readonly bytes: Uint8Array
  readonly intact: boolean
  /** Compared with a replay; only then may what it covers be taken away. */
  readonly verified: boolean
}

/** Everything that lies there, in whatever state. */
export interface LogRows {
  /** Of the last update that was appended; 0 where there is none. */
  readonly seq: number
  /** The best to read from first. */
  readonly snapshots: readonly KeptSnapshot[]
  /** The oldest first. */
  readonly updates: readonly KeptUpdate[]
}

/** A way to read the chart whole. */
export interface Source {
  readonly snapshot: KeptSnapshot | undefined
  readonly updates: readonly KeptUpdate[]
  readonly seq: number
}

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

export type ReadRows = (chart: string) => LogRows

export function rowsReader(database: DatabaseSync): ReadRows {
  const seq = database.prepare('SELECT seq FROM charts WHERE id = ?')
  const snapshots = database.prepare(
    'SELECT id, through, bytes, sha256, verified FROM snapshots WHERE chart = ? ORDER BY verified DESC, through DESC, id DESC',
  )
  const updates = database.prepare('SELECT seq, bytes, crc FROM updates WHERE chart = ? ORDER BY seq')
  return (chart) => ({
    seq: Number(seq.get(chart)?.['seq'] ?? 0),
    snapshots: snapshots.all(chart).map(snapshotOf),
    updates: updates.all(chart).map(updateOf),
  })
}

/** Throws `StoreError('damaged')` where there is no way any more to read the chart whole. */
export function sourceOf({ seq, snapshots, updates }: LogRows): Source {
  for (const snapshot of [...snapshots, undefined]) {
    if (snapshot && !snapshot.intact) continue
    const after = updatesBetween(updates, snapshot?.through ?? 0, seq)
    if (after) return { snapshot, updates: after, seq }
  }
  throw new StoreError('damaged')
}

/** Undefined where one of them is missing or harmed. */
export function updatesBetween(
  updates: readonly KeptUpdate[],
  after: number,
  through: number,
): readonly KeptUpdate[] | undefined {
  const between = updates.filter((update) => update.seq > after && update.seq <= through)
  // No number comes twice: as many as there should be are all of them.
  const whole = between.length === through - after && between.every((update) => update.intact)
  return whole ? between : undefined
}

/** The chart that a snapshot and updates make, in a document that keeps nothing that was deleted. */
export function replayed(snapshot: KeptSnapshot | undefined, updates: readonly KeptUpdate[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot.bytes)
    for (const { bytes } of updates) Y.applyUpdate(doc, bytes)
  })
  return doc
}

function snapshotOf(row: Record<string, SQLOutputValue>): KeptSnapshot {
  const bytes = row['bytes'] as Uint8Array
  return {
    id: Number(row['id']),
    through: Number(row['through']),
    bytes,
    intact: sha256(bytes) === row['sha256'],
    verified: row['verified'] === 1,
  }
}

function updateOf(row: Record<string, SQLOutputValue>): KeptUpdate {
  const bytes = row['bytes'] as Uint8Array
  return { seq: Number(row['seq']), bytes, intact: crc32(bytes) === row['crc'] }
}
