import type { DatabaseSync } from 'node:sqlite'
import { changedPower } from '../../model/catalogue/changes.ts'
import { inTransaction } from './database.ts'
import type { PowerTable } from './catalogueTables.ts'
import { digestedChartOf, fieldsIn, orderIn } from './storedRows.ts'

export function powerTable(database: DatabaseSync): PowerTable {
  const list = database.prepare('SELECT id, fields, added_by FROM powers')
  const find = database.prepare('SELECT fields FROM powers WHERE id = ?')
  const keep = database.prepare(
    `INSERT INTO powers (id, place, fields, added_by) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET place = excluded.place, fields = excluded.fields`,
  )
  const drop = database.prepare('DELETE FROM powers WHERE id = ?')
  const charts = database.prepare(`
    SELECT charts.id, title, digests.version AS digested, digest,
      seq || '/' || (SELECT count(*) FROM review_events WHERE review_events.chart = charts.id) || '/' ||
      coalesce((
        SELECT id FROM publications
        WHERE publications.chart = charts.id AND withdrawn_at IS NULL
        ORDER BY rowid DESC LIMIT 1
      ), '') AS version
    FROM charts LEFT JOIN digests ON digests.chart = charts.id
    WHERE deleted_at IS NULL ORDER BY title, charts.id`)
  // The chart may have been purged while its summary was computed.
  const keepDigest = database.prepare(
    `INSERT INTO digests (chart, version, digest)
     SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM charts WHERE id = ?1)
     ON CONFLICT (chart) DO UPDATE SET version = excluded.version, digest = excluded.digest`,
  )
  return {
    list: () =>
      list.all().map((row) => ({
        id: String(row['id']),
        fields: fieldsIn(row),
        addedBy: String(row['added_by']),
      })),
    change: (changes, by) =>
      inTransaction(database, () => {
        for (const change of changes) {
          const row = find.get(change.id)
          const after = changedPower(row && fieldsIn(row), change)
          if (after) keep.run(change.id, orderIn(after), JSON.stringify(after), by)
          else drop.run(change.id)
        }
      }),
    charts: () => charts.all().map(digestedChartOf),
    keepDigests: (digests) =>
      inTransaction(database, () => {
        for (const { chart, version, text } of digests) keepDigest.run(chart, version, text)
      }),
  }
}
