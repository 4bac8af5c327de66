import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from './database.ts'
import { mostAutomatic } from './kept.ts'
import { revisionOf } from './storedRows.ts'
import type { NewRevision, RevisionTable } from './tables.ts'

/** Automatic revisions that stay whatever their size. */
export const leastAutomatic = 10

export function revisionTable(database: DatabaseSync): RevisionTable {
  const insert = database.prepare(
    `INSERT INTO revisions (id, chart, at, kind, name, authors, hash, file) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const list = database.prepare(
    `SELECT id, at, kind, name, authors, hash FROM revisions
     WHERE chart = ?1 AND rowid < coalesce((SELECT rowid FROM revisions WHERE chart = ?1 AND id = ?2), 9e18)
     ORDER BY rowid DESC LIMIT ?3`,
  )
  const shorten = database.prepare(
    `DELETE FROM revisions WHERE rowid IN (
       SELECT id FROM (
         SELECT rowid AS id, row_number() OVER newest AS place, sum(octet_length(file)) OVER newest AS bytes
         FROM revisions WHERE chart = ?1 AND kind = 'auto' WINDOW newest AS (ORDER BY rowid DESC)
       ) WHERE bytes > ?2 AND place > ?3)`,
  )
  const named = database.prepare(
    `SELECT sum(octet_length(file)) AS bytes FROM revisions WHERE chart = ? AND kind IN ('named', 'restored')`,
  )
  const prune = database.prepare(
    `DELETE FROM revisions WHERE kind = 'auto' AND at < ?1 AND EXISTS (
       SELECT 1 FROM revisions AS later WHERE later.chart = revisions.chart AND later.rowid > revisions.rowid)`,
  )
  const read = database.prepare('SELECT file FROM revisions WHERE chart = ? AND id = ?')
  return {
    add: ({ id, chart, at, kind, name, authors, hash, file }) =>
      inTransaction(database, () => {
        insert.run(id, chart, at, kind, name, JSON.stringify(authors), hash, file)
        if (kind === 'auto') shorten.run(chart, mostAutomatic, leastAutomatic)
      }),
    namedBytes: (chart) => Number(named.get(chart)?.['bytes'] ?? 0),
    prune: (before) => void prune.run(before),
    list: (chart, before, atMost) => list.all(chart, before ?? '', atMost).map(revisionOf),
    read: (chart, id) => {
      const row = read.get(chart, id)
      return row && String(row['file'])
    },
  }
}

/** Adds a revision within the caller's transaction, unless the last one of its chart has the same hash. */
export function revisionKeeper(database: DatabaseSync): (revision: NewRevision) => void {
  const insert = database.prepare(
    `INSERT INTO revisions (id, chart, at, kind, name, authors, hash, file)
     SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
     WHERE (SELECT hash FROM revisions WHERE chart = ?2 ORDER BY rowid DESC LIMIT 1) IS NOT ?7`,
  )
  return ({ id, chart, at, kind, name, authors, hash, file }) =>
    void insert.run(id, chart, at, kind, name, JSON.stringify(authors), hash, file)
}
