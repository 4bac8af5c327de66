import type { DatabaseSync } from 'node:sqlite'
import { publicationOf } from './storedRows.ts'
import type { PublicationTable } from './tables.ts'

export function publicationTable(database: DatabaseSync): PublicationTable {
  const columns = 'id, chart, at, revision, hash, title, view, reviewed_by, approver, reason, withdrawn_at'
  const insert = database.prepare(
    `INSERT INTO publications (id, chart, at, revision, hash, title, view, reviewed_by, approver, reason, json, svg, txt, html)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const find = database.prepare(`SELECT ${columns} FROM publications WHERE id = ?`)
  const list = database.prepare(`SELECT ${columns} FROM publications WHERE chart = ? ORDER BY rowid DESC`)
  const current = database.prepare(
    `SELECT ${columns} FROM publications
     WHERE id = (SELECT id FROM publications WHERE chart = ? ORDER BY rowid DESC LIMIT 1)
       AND withdrawn_at IS NULL
       AND EXISTS (SELECT 1 FROM charts WHERE charts.id = publications.chart AND deleted_at IS NULL)`,
  )
  const withdraw = database.prepare(
    'UPDATE publications SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL',
  )
  const format = {
    json: database.prepare('SELECT json AS content FROM publications WHERE id = ?'),
    svg: database.prepare('SELECT svg AS content FROM publications WHERE id = ?'),
    txt: database.prepare('SELECT txt AS content FROM publications WHERE id = ?'),
    html: database.prepare('SELECT html AS content FROM publications WHERE id = ?'),
    png: database.prepare('SELECT png AS content FROM publications WHERE id = ?'),
  }
  const keepPicture = database.prepare('UPDATE publications SET png = ? WHERE id = ?')
  return {
    add: (kept, { json, svg, txt, html }) => {
      const { id, chart, at, revision, hash, title, view, reviewedBy, approver, reason = null } = kept
      const act = [id, chart, at, revision, hash, title, view, reviewedBy, approver, reason] as const
      insert.run(...act, json, svg, txt, html)
    },
    find: (id) => publicationOf(find.get(id)),
    list: (chart) => list.all(chart).flatMap((row) => publicationOf(row) ?? []),
    current: (chart) => publicationOf(current.get(chart)),
    withdraw: (id, at) => void withdraw.run(at, id),
    format: (id, name) => (format[name].get(id)?.['content'] ?? undefined) as string | Uint8Array | undefined,
    keepPicture: (id, png) => void keepPicture.run(png, id),
  }
}
