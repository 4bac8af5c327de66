import { changedPower } from '../../../model/catalogue/changes.ts'
import type { PowerTable } from '../catalogueTables.ts'
import { digestedChartOf, fieldsIn, orderIn } from '../storedRows.ts'
import type { Later } from '../tables.ts'
import type { PostgresDatabase } from './postgresDatabase.ts'

export function postgresPowerTable({ query, writing }: PostgresDatabase): Later<PowerTable> {
  return {
    list: async () =>
      (await query('SELECT id, fields, added_by FROM powers ORDER BY nr')).rows.map((row) => ({
        id: String(row['id']),
        fields: fieldsIn(row),
        addedBy: String(row['added_by']),
      })),
    change: (changes, by) =>
      writing(async (on) => {
        for (const change of changes) {
          const { rows } = await on('SELECT fields FROM powers WHERE id = $1', [change.id])
          const after = changedPower(rows[0] && fieldsIn(rows[0]), change)
          if (after)
            await on(
              `INSERT INTO powers (id, place, fields, added_by) VALUES ($1, $2, $3, $4)
               ON CONFLICT (id) DO UPDATE SET place = excluded.place, fields = excluded.fields`,
              [change.id, orderIn(after), JSON.stringify(after), by],
            )
          else await on('DELETE FROM powers WHERE id = $1', [change.id])
        }
      }),
    charts: async () =>
      (
        await query(`
          SELECT charts.id, title, digests.version AS digested, digest,
            seq || '/' || (SELECT count(*) FROM review_events WHERE review_events.chart = charts.id) || '/' ||
            coalesce((
              SELECT id FROM publications
              WHERE publications.chart = charts.id AND withdrawn_at IS NULL
              ORDER BY nr DESC LIMIT 1
            ), '') AS version
          FROM charts LEFT JOIN digests ON digests.chart = charts.id
          WHERE deleted_at IS NULL ORDER BY title, charts.id`)
      ).rows.map(digestedChartOf),
    keepDigests: (digests) =>
      writing(
        async (on) =>
          // The chart may have been purged while its summary was computed; the last of two summaries of one counts.
          void (await on(
            `INSERT INTO digests (chart, version, digest)
             SELECT DISTINCT ON (chart) chart, version, text
             FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS one (chart, version, text, place)
             WHERE EXISTS (SELECT 1 FROM charts WHERE charts.id = one.chart) ORDER BY chart, place DESC
             ON CONFLICT (chart) DO UPDATE SET version = excluded.version, digest = excluded.digest`,
            [
              digests.map(({ chart }) => chart),
              digests.map(({ version }) => version),
              digests.map(({ text }) => text),
            ],
          )),
      ),
  }
}
