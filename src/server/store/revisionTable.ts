import type { DatabaseSync } from 'node:sqlite'
import type { RevisionKind } from '../../protocol/api.ts'
import type { NewRevision, RevisionTable } from './tables.ts'

export function revisionTable(database: DatabaseSync): RevisionTable {
  const insert = database.prepare(
    `INSERT INTO revisions (id, chart, at, kind, name, authors, hash, file) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const list = database.prepare(
    `SELECT id, at, kind, name, authors, hash FROM revisions WHERE chart = ? ORDER BY rowid DESC`,
  )
  const read = database.prepare('SELECT file FROM revisions WHERE chart = ? AND id = ?')
  return {
    add: ({ id, chart, at, kind, name, authors, hash, file }) =>
      void insert.run(id, chart, at, kind, name, JSON.stringify(authors), hash, file),
    list: (chart) =>
      list.all(chart).map((row) => ({
        id: String(row['id']),
        at: Number(row['at']),
        kind: row['kind'] as RevisionKind,
        name: String(row['name']),
        authors: JSON.parse(String(row['authors'])) as readonly string[],
        hash: String(row['hash']),
      })),
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
