import type { DatabaseSync } from 'node:sqlite'
import type { ReviewEvent } from '../../model/review/review.ts'
import { inTransaction } from './database.ts'
import type { ReviewTable } from './tables.ts'

export function reviewTable(database: DatabaseSync): ReviewTable {
  const count = database.prepare('SELECT count(*) AS events FROM review_events WHERE chart = ?')
  const insert = database.prepare('INSERT INTO review_events (chart, seq, event) VALUES (?, ?, ?)')
  const list = database.prepare('SELECT event FROM review_events WHERE chart = ? ORDER BY seq')
  return {
    add: (chart, expected, event) =>
      inTransaction(database, () => {
        if (Number(count.get(chart)?.['events']) !== expected) return false
        insert.run(chart, expected + 1, JSON.stringify(event))
        return true
      }),
    list: (chart) => list.all(chart).map((row) => JSON.parse(String(row['event'])) as ReviewEvent),
  }
}
