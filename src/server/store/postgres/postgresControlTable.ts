import type { ControlEvent } from '../../../model/control/controlEvent.ts'
import { controlledChartOf } from '../controlTable.ts'
import type { ControlTable } from '../controlTables.ts'
import type { Later } from '../tables.ts'
import type { PostgresDatabase } from './postgresDatabase.ts'
import type { PostgresQuery } from './postgresQuery.ts'

export function postgresControlTable({ query, writing }: PostgresDatabase): Later<ControlTable> {
  return {
    add: (chart, expected, event, given) =>
      writing(async (on) => {
        if (!(await isExpected(on, chart, expected))) return false
        await append(on, { chart, expected, events: [event] })
        if (given)
          await on('INSERT INTO evidence_files (id, chart, bytes) VALUES ($1, $2, $3)', [
            given.id,
            chart,
            given.bytes,
          ])
        return true
      }),
    plan: (chart, expected, { events, through, facts }) =>
      writing(async (on) => {
        if (!(await isExpected(on, chart, expected))) return false
        await append(on, { chart, expected, events })
        // The chart may have been purged meanwhile.
        await on(
          `INSERT INTO control_seen (chart, through, facts)
           SELECT $1::text, $2::bigint, $3::text WHERE EXISTS (SELECT 1 FROM charts WHERE id = $1)
           ON CONFLICT (chart) DO UPDATE SET through = excluded.through, facts = excluded.facts`,
          [chart, through, JSON.stringify(facts)],
        )
        return true
      }),
    list: async (chart) => {
      const { rows } = await query('SELECT event FROM control_events WHERE chart = $1 ORDER BY seq', [chart])
      return rows.map((row) => JSON.parse(String(row['event'])) as ControlEvent)
    },
    charts: async () =>
      (
        await query(`
          SELECT charts.id, changed_at, seq, through, facts
          FROM charts LEFT JOIN control_seen ON control_seen.chart = charts.id
          WHERE deleted_at IS NULL ORDER BY title, charts.id`)
      ).rows.map(controlledChartOf),
    file: async (id) => {
      const bytes = (await query('SELECT bytes FROM evidence_files WHERE id = $1', [id])).rows[0]?.['bytes']
      return bytes instanceof Uint8Array ? bytes : undefined
    },
  }
}

async function isExpected(on: PostgresQuery, chart: string, expected: number): Promise<boolean> {
  const { rows } = await on('SELECT count(*) AS events FROM control_events WHERE chart = $1', [chart])
  return Number(rows[0]?.['events']) === expected
}

interface Appended {
  readonly chart: string
  readonly expected: number
  readonly events: readonly ControlEvent[]
}

async function append(on: PostgresQuery, { chart, expected, events }: Appended): Promise<void> {
  await on(
    `INSERT INTO control_events (chart, seq, event)
     SELECT $1, $2::bigint + place, event FROM unnest($3::text[]) WITH ORDINALITY AS one (event, place)`,
    [chart, expected, events.map((event) => JSON.stringify(event))],
  )
}
