import type { PowerTable } from '../catalogueTables.ts'
import { changeSetOf, powerTurns, pruneChangeSets, selectChangeSets } from '../powerTurns.ts'
import { digestedChartOf, fieldsIn, orderIn } from '../storedRows.ts'
import type { Later } from '../tables.ts'
import type { PostgresDatabase } from './postgresDatabase.ts'

export function postgresPowerTable(database: PostgresDatabase): Later<PowerTable> {
  const { query, writing } = database
  return {
    list: async () =>
      (await query('SELECT id, fields, added_by FROM powers ORDER BY nr')).rows.map((row) => ({
        id: String(row['id']),
        fields: fieldsIn(row),
        addedBy: String(row['added_by']),
      })),
    change: (changes, by, at) =>
      writing(async (on) => {
        const ids = [...new Set(changes.map(({ id }) => id))]
        const { rows } = await on('SELECT id, fields FROM powers WHERE id = ANY ($1::text[])', [ids])
        const turns = powerTurns(changes, new Map(rows.map((row) => [String(row['id']), fieldsIn(row)])))
        if (turns.length === 0) return
        for (const { id, after } of turns) {
          if (after)
            await on(
              `INSERT INTO powers (id, place, fields, added_by) VALUES ($1, $2, $3, $4)
               ON CONFLICT (id) DO UPDATE SET place = excluded.place, fields = excluded.fields`,
              [id, orderIn(after), JSON.stringify(after), by],
            )
          else await on('DELETE FROM powers WHERE id = $1', [id])
        }
        const kept = JSON.stringify(turns)
        await on('INSERT INTO power_deeds (at, person, turns, bytes) VALUES ($1, $2, $3, $4)', [
          at,
          by,
          kept,
          kept.length,
        ])
        await on(pruneChangeSets)
      }),
    changeSets: async (before, atMost) => {
      const older = `${selectChangeSets} WHERE power_deeds.id < $1 ORDER BY power_deeds.id DESC LIMIT $2`
      return (await query(older, [before ?? Number.MAX_SAFE_INTEGER, atMost])).rows.map(changeSetOf)
    },
    changeSet: async (id) => {
      const [row] = (await query(`${selectChangeSets} WHERE power_deeds.id = $1`, [id])).rows
      return row && changeSetOf(row)
    },
    ...chartDigests(database),
  }
}

function chartDigests({
  query,
  writing,
}: PostgresDatabase): Pick<Later<PowerTable>, 'charts' | 'keepDigests'> {
  return {
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
