import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from './database.ts'
import type { InsertLink } from './linkTable.ts'
import type { Append } from './logTable.ts'
import { chartOfRow } from './storedRows.ts'
import type { ChartTable } from './tables.ts'

export function chartTable(database: DatabaseSync, append: Append, insertLink: InsertLink): ChartTable {
  const insert = database.prepare(
    `INSERT INTO charts (id, title, unit, steps, created_at, changed_at, deleted_at, sketch)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
  )
  const find = database.prepare('SELECT * FROM charts WHERE id = ?')
  const list = database.prepare('SELECT * FROM charts ORDER BY changed_at DESC, id')
  const describe = database.prepare(
    `UPDATE charts SET title = ?, unit = ?, steps = ?, changed_at = ?, sketch = coalesce(?, sketch) WHERE id = ?`,
  )
  const intoFolder = database.prepare("UPDATE charts SET folder = nullif(?, '') WHERE id = ?")
  const asTemplate = database.prepare('UPDATE charts SET template = nullif(?, 0) WHERE id = ?')
  const progress = progressOf(database)
  const remove = database.prepare('UPDATE charts SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL')
  const putBack = database.prepare('UPDATE charts SET deleted_at = NULL WHERE id = ?')
  const purge = database.prepare('DELETE FROM charts WHERE deleted_at < ? RETURNING id')
  return {
    create: (chart, first, links) =>
      inTransaction(database, () => {
        const { id, title, unit, steps, createdAt, changedAt, deletedAt = null, sketch = null } = chart
        const { changes } = insert.run(id, title, unit, steps, createdAt, changedAt, deletedAt, sketch)
        if (Number(changes) === 0) return false
        if (first) append([first])
        for (const link of links) insertLink(link)
        return true
      }),
    find: (id) => {
      const row = find.get(id)
      return row && chartOfRow(row)
    },
    list: () => list.all().map(chartOfRow),
    describe: (id, { title, unit, steps, changedAt, sketch = null }) =>
      void describe.run(title, unit, steps, changedAt, sketch, id),
    place: (id, { folder, isTemplate }) =>
      inTransaction(database, () => {
        if (folder !== undefined) intoFolder.run(folder, id)
        if (isTemplate !== undefined) asTemplate.run(Number(isTemplate), id)
      }),
    ...progress,
    remove: (id, at) => void remove.run(at, id),
    putBack: (id) => void putBack.run(id),
    purge: (at) => inTransaction(database, () => purge.all(at).map((row) => String(row['id']))),
  }
}

/** How far lists and history are, against how far the log is. */
function progressOf(database: DatabaseSync): Pick<ChartTable, 'seqOf' | 'keptThrough' | 'behind'> {
  const seq = database.prepare('SELECT seq FROM charts WHERE id = ?')
  const keep = database.prepare('UPDATE charts SET kept = max(kept, ?) WHERE id = ?')
  const behind = database.prepare('SELECT id, kept FROM charts WHERE kept < seq AND deleted_at IS NULL')
  const people = database.prepare('SELECT DISTINCT person FROM updates WHERE chart = ? AND seq > ?')
  return {
    seqOf: (id) => Number(seq.get(id)?.['seq'] ?? 0),
    keptThrough: (id, through) => void keep.run(through, id),
    behind: () =>
      behind.all().map(({ id, kept }) => ({
        id: String(id),
        people: people.all(id!, kept!).map(({ person }) => String(person)),
      })),
  }
}
