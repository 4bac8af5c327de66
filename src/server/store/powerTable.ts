import type { DatabaseSync } from 'node:sqlite'
import { inTransaction, isSound } from './database.ts'
import type { PowerTable } from './catalogueTables.ts'
import { changeSetOf, powerTurns, pruneChangeSets, selectChangeSets } from './powerTurns.ts'
import { digestedChartOf, fieldsIn, orderIn, type StoredRow } from './storedRows.ts'

export function powerTable(database: DatabaseSync): PowerTable {
  const list = database.prepare('SELECT id, fields, added_by FROM powers')
  const find = database.prepare('SELECT fields FROM powers WHERE id = ?')
  const keep = database.prepare(
    `INSERT INTO powers (id, place, fields, added_by) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET place = excluded.place, fields = excluded.fields`,
  )
  const drop = database.prepare('DELETE FROM powers WHERE id = ?')
  const keepChangeSet = database.prepare(
    'INSERT INTO power_deeds (at, person, turns, bytes) VALUES (?, ?, ?, ?)',
  )
  const prune = database.prepare(pruneChangeSets)
  const changeSets = database.prepare(
    `${selectChangeSets} WHERE power_deeds.id < ? ORDER BY power_deeds.id DESC LIMIT ?`,
  )
  const changeSet = database.prepare(`${selectChangeSets} WHERE power_deeds.id = ?`)
  return {
    list: () =>
      list.all().map((row) => ({
        id: String(row['id']),
        fields: fieldsIn(row),
        addedBy: String(row['added_by']),
      })),
    change: (changes, by, at) =>
      inTransaction(database, () => {
        const found = [...new Set(changes.map(({ id }) => id))].flatMap((id) => {
          const row = find.get(id)
          return row ? [[id, fieldsIn(row)] as const] : []
        })
        const turns = powerTurns(changes, new Map(found))
        if (turns.length === 0) return
        for (const { id, after } of turns) {
          if (after) keep.run(id, orderIn(after), JSON.stringify(after), by)
          else drop.run(id)
        }
        const kept = JSON.stringify(turns)
        keepChangeSet.run(at, by, kept, kept.length)
        prune.run()
      }),
    changeSets: (before, atMost) =>
      changeSets.all(before ?? Number.MAX_SAFE_INTEGER, atMost).map(changeSetOf),
    changeSet: (id) => {
      const row = changeSet.get(id)
      return row && changeSetOf(row)
    },
    ...chartDigests(database),
  }
}

function chartDigests(database: DatabaseSync): Pick<PowerTable, 'charts' | 'keepDigests'> {
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
  const isSoundDigest = (row: StoredRow) =>
    row['digest'] === null || isSound(database, { table: 'digests', key: String(row['id']) })
  // The chart may have been purged while its summary was computed.
  const keepDigest = database.prepare(
    `INSERT INTO digests (chart, version, digest)
     SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM charts WHERE id = ?1)
     ON CONFLICT (chart) DO UPDATE SET version = excluded.version, digest = excluded.digest`,
  )
  return {
    // A damaged digest is none: it is made anew.
    charts: () =>
      charts.all().map((row) => digestedChartOf(isSoundDigest(row) ? row : { ...row, digest: null })),
    keepDigests: (digests) =>
      inTransaction(database, () => {
        for (const { chart, version, text } of digests) keepDigest.run(chart, version, text)
      }),
  }
}
