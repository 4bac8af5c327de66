/**
 * What is wrong with a database: its structure, and every chart in it: each snapshot and
 * update against its check sum, the whole replayed, snapshots against the log where both
 * are there, revisions against their hashes. Changes nothing.
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
import { isSameDocument, isWhole } from './sameDocument.ts'

export interface IntegrityReport {
  readonly charts: number
  readonly revisions: number
  /** SQLite's own words on the file as a whole; empty where it is sound. */
  readonly structure: readonly string[]
  /** Only the charts that are wrong. */
  readonly wrong: readonly WrongChart[]
}

export interface WrongChart {
  readonly id: string
  readonly title: string
  readonly harms: readonly Harm[]
}

export type Harm =
  /** The bytes are not those that were written, or no update. */
  | { readonly kind: 'snapshot' }
  | { readonly kind: 'update'; readonly seq: number }
  /** The log says something else than the snapshot. */
  | { readonly kind: 'differs' }
  /** There is no way any more to read the chart whole. */
  | { readonly kind: 'unreadable' }
  /** Something in it waits for an edit that is not there. */
  | { readonly kind: 'incomplete' }
  /** The revision is not the one that was kept. */
  | { readonly kind: 'revision'; readonly name: string; readonly at: number }

export function integrityCheck(database: DatabaseSync): IntegrityReport {
  return readTransaction(database, () => {
    const structure = structureOf(database)
    // Rows of a broken file may lie; what SQLite says is enough.
    if (structure.length > 0) return { charts: 0, revisions: 0, structure, wrong: [] }
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
      wrong: looked.map(({ chart }) => chart).filter(({ harms }) => harms.length > 0),
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
  // Bytes with the right check sum that are no update were not written by us.
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

/** From what it was made of, as far as that is still there: an older snapshot, or none, and the log since. */
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
