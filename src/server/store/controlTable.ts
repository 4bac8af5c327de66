import type { DatabaseSync } from 'node:sqlite'
import type { ControlEvent } from '../../model/control/controlEvent.ts'
import type { ControlFacts, ControlledChart, ControlTable } from './controlTables.ts'
import { inTransaction } from './database.ts'
import type { StoredRow } from './storedRows.ts'

export function controlTable(database: DatabaseSync): ControlTable {
  const count = database.prepare('SELECT count(*) AS events FROM control_events WHERE chart = ?')
  const insert = database.prepare('INSERT INTO control_events (chart, seq, event) VALUES (?, ?, ?)')
  const list = database.prepare('SELECT event FROM control_events WHERE chart = ? ORDER BY seq')
  const keepFile = database.prepare('INSERT INTO evidence_files (id, chart, bytes) VALUES (?, ?, ?)')
  const file = database.prepare('SELECT bytes FROM evidence_files WHERE id = ?')
  // The chart may have been purged meanwhile.
  const note = database.prepare(
    `INSERT INTO control_seen (chart, through, facts)
     SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM charts WHERE id = ?1)
     ON CONFLICT (chart) DO UPDATE SET through = excluded.through, facts = excluded.facts`,
  )
  const charts = database.prepare(`
    SELECT charts.id, changed_at, seq, through, facts
    FROM charts LEFT JOIN control_seen ON control_seen.chart = charts.id
    WHERE deleted_at IS NULL ORDER BY title, charts.id`)
  const isExpected = (chart: string, expected: number) => Number(count.get(chart)?.['events']) === expected
  const append = (chart: string, expected: number, events: readonly ControlEvent[]) => {
    for (const [at, event] of events.entries()) insert.run(chart, expected + at + 1, JSON.stringify(event))
  }
  return {
    add: (chart, expected, event, given) =>
      inTransaction(database, () => {
        if (!isExpected(chart, expected)) return false
        append(chart, expected, [event])
        if (given) keepFile.run(given.id, chart, given.bytes)
        return true
      }),
    plan: (chart, expected, { events, through, facts }) =>
      inTransaction(database, () => {
        if (!isExpected(chart, expected)) return false
        append(chart, expected, events)
        note.run(chart, through, JSON.stringify(facts))
        return true
      }),
    list: (chart) => list.all(chart).map(({ event }) => JSON.parse(String(event)) as ControlEvent),
    charts: () => charts.all().map(controlledChartOf),
    file: (id) => {
      const bytes = file.get(id)?.['bytes']
      return bytes instanceof Uint8Array ? bytes : undefined
    },
  }
}

export function controlledChartOf({ id, changed_at, seq, through, facts }: StoredRow): ControlledChart {
  return {
    id: String(id),
    changedAt: Number(changed_at),
    seq: Number(seq),
    ...(through !== null && {
      seen: { through: Number(through), facts: JSON.parse(String(facts)) as ControlFacts },
    }),
  }
}
