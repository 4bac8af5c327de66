/**
 * Checks a database: its structure; every snapshot and update against its checksum; a replay
 * of each chart; snapshots against the log; revisions against their hashes. Changes nothing.
 */
import type { DatabaseSync } from 'node:sqlite'
import * as Y from 'yjs'
import { readTransaction } from './database.ts'
import {
  replayed,
  rowsReader,
  sha256,
  sourceOf,
  updatesBetween,
  type KeptSnapshot,
  type LogRows,
  type ReadRows,
} from './rows.ts'
import { foreignTriggers } from './foreignTriggers.ts'
import { harmedRows, type RowPlace } from './seals.ts'
import { isSameDocument, isWhole } from './sameDocument.ts'

export interface IntegrityReport {
  readonly charts: number
  readonly revisions: number
  /** Output of SQLite's integrity check; empty if sound. */
  readonly structure: readonly string[]
  /** Names of triggers that are not ours: what they do to what is written is not known. */
  readonly triggers: readonly string[]
  /** Only the charts that are wrong. */
  readonly wrong: readonly WrongChart[]
  /** Rows that are not what was written. */
  readonly rows: readonly RowPlace[]
}

export interface WrongChart {
  readonly id: string
  readonly title: string
  readonly harms: readonly Harm[]
}

export type Harm =
  /** The checksum differs, or the bytes are no Yjs update. */
  | { readonly kind: 'snapshot' }
  | { readonly kind: 'update'; readonly seq: number }
  /** Replaying the log gives another document than the snapshot. */
  | { readonly kind: 'differs' }
  /** No intact snapshot and updates give the complete chart. */
  | { readonly kind: 'unreadable' }
  /** The document has pending structs. */
  | { readonly kind: 'incomplete' }
  /** The revision's content differs from its hash. */
  | { readonly kind: 'revision'; readonly name: string; readonly at: number }

/**
 * Checks the structure and every chart of a database; changes nothing. Throws a `StoreError`
 * only if the file cannot be read at all.
 */
export function integrityCheck(database: DatabaseSync): IntegrityReport {
  return readTransaction(database, () => {
    const structure = structureOf(database)
    // The rows of a broken file are not reliable; report the structure only.
    const triggers = foreignTriggers(database)
    if (structure.length > 0) return { charts: 0, revisions: 0, structure, triggers, wrong: [], rows: [] }
    const rows = rowsReader(database)
    const revisions = revisionsReader(database)
    const charts = database.prepare('SELECT id, title FROM charts ORDER BY id').all()
    const looked = charts.map((row) => {
      const id = String(row['id'])
      const kept = revisions(id)
      return {
        count: kept.length,
        chart: {
          id,
          title: String(row['title']),
          harms: [...harmsOfLog(rows, id), ...kept.flatMap(harmsOf)],
        },
      }
    })
    return {
      charts: charts.length,
      revisions: looked.reduce((sum, { count }) => sum + count, 0),
      structure,
      triggers,
      wrong: looked.map(({ chart }) => chart).filter(({ harms }) => harms.length > 0),
      rows: harmedRows(database),
    }
  })
}

function structureOf(database: DatabaseSync): readonly string[] {
  const integrity = database.prepare('PRAGMA integrity_check').all()
  const said = integrity.map((row) => String(row['integrity_check'])).filter((words) => words !== 'ok')
  if (said.length > 0) return said
  const strangers = database.prepare('PRAGMA foreign_key_check').all()
  return strangers.map((row) => `${String(row['table'])} ${String(row['rowid'])} → ${String(row['parent'])}`)
}

function harmsOfLog(read: ReadRows, chart: string): readonly Harm[] {
  const found = read(chart)
  // Bytes with the right checksum that are no update were not written by us.
  const rows: LogRows = {
    ...found,
    snapshots: found.snapshots.map((one) => ({ ...one, intact: one.intact && isUpdate(one.bytes) })),
    updates: found.updates.map((one) => ({ ...one, intact: one.intact && isUpdate(one.bytes) })),
  }
  return [
    ...rows.snapshots.flatMap((one): readonly Harm[] => (one.intact ? [] : [{ kind: 'snapshot' }])),
    ...rows.updates.flatMap(({ intact, seq }): readonly Harm[] => (intact ? [] : [{ kind: 'update', seq }])),
    ...rows.snapshots.flatMap((one): readonly Harm[] => (differs(one, rows) ? [{ kind: 'differs' }] : [])),
    ...harmOfReplay(rows),
  ]
}

function isUpdate(bytes: Uint8Array): boolean {
  try {
    Y.decodeUpdate(bytes)
    return true
  } catch {
    return false
  }
}

/** Compares a snapshot with a replay of what it was made from, as far as that still exists. */
function differs(snapshot: KeptSnapshot, { snapshots, updates }: LogRows): boolean {
  if (!snapshot.intact) return false
  const older = snapshots.filter((one) => one.intact && one.id < snapshot.id)
  return [...older, undefined].some((base) => {
    const between = updatesBetween(updates, base?.through ?? 0, snapshot.through)
    return between !== undefined && !isSameDocument(replayed(snapshot, []), replayed(base, between))
  })
}

function harmOfReplay(rows: LogRows): readonly Harm[] {
  try {
    const { snapshot, updates } = sourceOf(rows)
    return isWhole(replayed(snapshot, updates)) ? [] : [{ kind: 'incomplete' }]
  } catch {
    return [{ kind: 'unreadable' }]
  }
}

interface KeptRevision {
  readonly name: string
  readonly at: number
  readonly isAsKept: boolean
}

function revisionsReader(database: DatabaseSync): (chart: string) => readonly KeptRevision[] {
  const select = database.prepare('SELECT name, at, hash, file FROM revisions WHERE chart = ? ORDER BY at')
  return (chart) =>
    select.all(chart).map((row) => ({
      name: String(row['name']),
      at: Number(row['at']),
      isAsKept: sha256(String(row['file'])) === row['hash'],
    }))
}

function harmsOf({ name, at, isAsKept }: KeptRevision): readonly Harm[] {
  return isAsKept ? [] : [{ kind: 'revision', name, at }]
}
