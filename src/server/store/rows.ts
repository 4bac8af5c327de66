/**
 * The rows of a chart's log, and how the chart is read from them: from the best intact
 * snapshot and every update after it. Updates are numbered without gaps and carry checksums,
 * so an incomplete chart is always detected.
 */
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { DatabaseSync } from 'node:sqlite'
import * as Y from 'yjs'
import type { StoredRow } from './storedRows.ts'
import { StoreError } from './storeError.ts'

export interface KeptUpdate {
  readonly seq: number
  readonly bytes: Uint8Array
  /** The bytes match their checksum. */
  readonly intact: boolean
}

export interface KeptSnapshot {
  readonly id: number
  /** Number of the last update that the snapshot contains. */
  readonly through: number
  readonly bytes: Uint8Array
  readonly intact: boolean
  /** True after comparison with a replay; only then may the updates that it contains be deleted. */
  readonly verified: boolean
}

/** All rows of a chart, intact or not. */
export interface LogRows {
  /** Number of the last appended update; 0 if there is none. */
  readonly seq: number
  /** Best first. */
  readonly snapshots: readonly KeptSnapshot[]
  /** The oldest first. */
  readonly updates: readonly KeptUpdate[]
}

/** A snapshot and updates that give the complete chart. */
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
    snapshots: snapshots.all(chart).map(keptSnapshotOf),
    updates: updates.all(chart).map(keptUpdateOf),
  })
}

/**
 * Chooses how to read a chart. Throws `StoreError('damaged')` if no intact rows give the
 * complete chart.
 */
export function sourceOf({ seq, snapshots, updates }: LogRows): Source {
  for (const snapshot of [...snapshots, undefined]) {
    if (snapshot && !snapshot.intact) continue
    const after = updatesBetween(updates, snapshot?.through ?? 0, seq)
    if (after) return { snapshot, updates: after, seq }
  }
  throw new StoreError('damaged')
}

/** The updates after `after` up to `through`; undefined if one is missing or damaged. */
export function updatesBetween(
  updates: readonly KeptUpdate[],
  after: number,
  through: number,
): readonly KeptUpdate[] | undefined {
  const between = updates.filter((update) => update.seq > after && update.seq <= through)
  // Numbers are unique, so the right count means that none is missing.
  const whole = between.length === through - after && between.every((update) => update.intact)
  return whole ? between : undefined
}

/** Replays a snapshot and updates into a garbage-collected document. */
export function replayed(snapshot: KeptSnapshot | undefined, updates: readonly KeptUpdate[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot.bytes)
    for (const { bytes } of updates) Y.applyUpdate(doc, bytes)
  })
  return doc
}

export function keptSnapshotOf(row: StoredRow): KeptSnapshot {
  const bytes = row['bytes'] as Uint8Array
  return {
    id: Number(row['id']),
    through: Number(row['through']),
    bytes,
    intact: sha256(bytes) === row['sha256'],
    verified: row['verified'] === 1,
  }
}

export function keptUpdateOf(row: StoredRow): KeptUpdate {
  const bytes = row['bytes'] as Uint8Array
  return { seq: Number(row['seq']), bytes, intact: crc32(bytes) === row['crc'] }
}
