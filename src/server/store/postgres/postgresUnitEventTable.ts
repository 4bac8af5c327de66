import type { UnitEventTable } from '../controlTables.ts'
import type { Later } from '../tables.ts'
import { frozenYearOf, gatheredStreams } from '../unitEventTable.ts'
import type { PostgresDatabase } from './postgresDatabase.ts'

export function postgresUnitEventTable({ query, writing }: PostgresDatabase): Later<UnitEventTable> {
  return {
    add: (stream, expected, events) =>
      writing(async (on) => {
        const { rows } = await on('SELECT count(*) AS events FROM unit_events WHERE stream = $1', [stream])
        if (Number(rows[0]?.['events']) !== expected) return false
        await on(
          `INSERT INTO unit_events (stream, seq, event)
           SELECT $1, $2::bigint + place, event FROM unnest($3::text[]) WITH ORDINALITY AS one (event, place)`,
          [stream, expected, events],
        )
        return true
      }),
    list: async (stream) =>
      (await query('SELECT event FROM unit_events WHERE stream = $1 ORDER BY seq', [stream])).rows.map(
        ({ event }) => String(event),
      ),
    streams: async (beginning) =>
      gatheredStreams(
        (
          await query(
            'SELECT stream, event FROM unit_events WHERE left(stream, $1) = $2 ORDER BY stream, seq',
            [beginning.length, beginning],
          )
        ).rows,
      ),
    freeze: ({ name, at, sha256 }, bytes) =>
      writing(async (on) => {
        const { count } = await on(
          'INSERT INTO frozen_years (name, at, sha256, bytes) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
          [name, at, sha256, bytes],
        )
        return count === 1
      }),
    years: async () =>
      (await query('SELECT name, at, sha256 FROM frozen_years ORDER BY at, name')).rows.map(frozenYearOf),
    year: async (name) => {
      const bytes = (await query('SELECT bytes FROM frozen_years WHERE name = $1', [name])).rows[0]?.['bytes']
      return bytes instanceof Uint8Array ? bytes : undefined
    },
  }
}
