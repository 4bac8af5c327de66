import type { ReviewEvent } from '../../../model/review/review.ts'
import type { Later, ReviewTable } from '../tables.ts'
import type { PostgresDatabase } from './postgresDatabase.ts'
import type { PostgresQuery } from './postgresQuery.ts'

export function postgresReviewTable({ query, writing }: PostgresDatabase): Later<ReviewTable> {
  return {
    add: (chart, expected, event) =>
      writing(async (on) => {
        const { rows } = await on('SELECT count(*) AS events FROM review_events WHERE chart = $1', [chart])
        if (Number(rows[0]?.['events']) !== expected) return false
        const { number, issuedAt } = noticeOf(event)
        if (number !== null && (await isTaken(on, number, chart))) return false
        await on(
          'INSERT INTO review_events (chart, seq, event, number, issued_at) VALUES ($1, $2, $3, $4, $5)',
          [chart, expected + 1, JSON.stringify(event), number, issuedAt],
        )
        return true
      }),
    list: async (chart) => {
      const { rows } = await query('SELECT event FROM review_events WHERE chart = $1 ORDER BY seq', [chart])
      return rows.map((row) => JSON.parse(String(row['event'])) as ReviewEvent)
    },
    takenElsewhere: (number, chart) => isTaken(query, number, chart),
    // ':' is what follows '9'.
    numbersOf: async (beginning) => {
      const { rows } = await query('SELECT number FROM review_events WHERE number >= $1 AND number < $2', [
        `${beginning}0`,
        `${beginning}:`,
      ])
      return rows.map((row) => String(row['number']))
    },
    lastNumber: async () => {
      const { rows } = await query(
        'SELECT number FROM review_events WHERE number IS NOT NULL ORDER BY issued_at DESC LIMIT 1',
      )
      return rows[0] && String(rows[0]['number'])
    },
  }
}

/** What stands beside an event so that it is found: of a notice that was issued. */
export function noticeOf(event: ReviewEvent): {
  readonly number: string | null
  readonly issuedAt: number | null
} {
  if (event.kind !== 'issued') return { number: null, issuedAt: null }
  return { number: event.notice.number, issuedAt: event.at }
}

async function isTaken(on: PostgresQuery, number: string, chart: string): Promise<boolean> {
  const { rows } = await on('SELECT 1 FROM review_events WHERE number = $1 AND chart <> $2 LIMIT 1', [
    number,
    chart,
  ])
  return rows.length > 0
}
