import type { DatabaseSync } from 'node:sqlite'
import type { ReviewEvent } from '../../model/review/review.ts'
import { inTransaction } from './database.ts'
import type { ReviewTable } from './tables.ts'

export function reviewTable(database: DatabaseSync): ReviewTable {
  const count = database.prepare('SELECT count(*) AS events FROM review_events WHERE chart = ?')
  const insert = database.prepare('INSERT INTO review_events (chart, seq, event) VALUES (?, ?, ?)')
  const list = database.prepare('SELECT event FROM review_events WHERE chart = ? ORDER BY seq')
  const { takenElsewhere, ...numbers } = noticeNumbers(database)
  return {
    add: (chart, expected, event) =>
      inTransaction(database, () => {
        if (Number(count.get(chart)?.['events']) !== expected) return false
        if (event.kind === 'issued' && takenElsewhere(event.notice.number, chart)) return false
        insert.run(chart, expected + 1, JSON.stringify(event))
        return true
      }),
    list: (chart) => list.all(chart).map((row) => JSON.parse(String(row['event'])) as ReviewEvent),
    takenElsewhere,
    ...numbers,
  }
}

/** Written like the index `notice_numbers`; otherwise SQLite would scan all events. */
function noticeNumbers(
  database: DatabaseSync,
): Pick<ReviewTable, 'takenElsewhere' | 'numbersOf' | 'lastNumber'> {
  const issued = `FROM review_events WHERE event ->> '$.kind' = 'issued'`
  const number = `event ->> '$.notice.number'`
  const taken = database.prepare(`SELECT 1 ${issued} AND ${number} = ? AND chart <> ? LIMIT 1`)
  const range = database.prepare(`SELECT ${number} AS number ${issued} AND ${number} >= ? AND ${number} < ?`)
  const last = database.prepare(`SELECT ${number} AS number ${issued} ORDER BY event ->> '$.at' DESC LIMIT 1`)
  return {
    takenElsewhere: (wanted, chart) => taken.get(wanted, chart) !== undefined,
    // ':' is what follows '9'.
    numbersOf: (beginning) => range.all(`${beginning}0`, `${beginning}:`).map((row) => String(row['number'])),
    lastNumber: () => {
      const row = last.get()
      return row && String(row['number'])
    },
  }
}
