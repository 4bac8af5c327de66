import { linkValues } from '../linkRow.ts'
import { chartOfRow } from '../storedRows.ts'
import type { ChartTable, Later, NewKeptLink } from '../tables.ts'
import type { LaterAppend } from './openAppend.ts'
import type { PostgresDatabase } from './postgresDatabase.ts'
import type { PostgresQuery } from './postgresQuery.ts'

export function postgresChartTable(
  { query, writing }: PostgresDatabase,
  append: LaterAppend,
): Later<ChartTable> {
  return {
    create: (chart, first, links) =>
      writing(async (on) => {
        const { id, title, unit, steps, createdAt, changedAt, deletedAt = null, sketch = null } = chart
        const { count } = await on(
          `INSERT INTO charts (id, title, unit, steps, created_at, changed_at, deleted_at, sketch)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING`,
          [id, title, unit, steps, createdAt, changedAt, deletedAt, sketch],
        )
        if (count === 0) return false
        if (first) await append(on, [first])
        for (const link of links) await insertLinkRow(on, link)
        return true
      }),
    find: async (id) => {
      const { rows } = await query('SELECT * FROM charts WHERE id = $1', [id])
      return rows[0] && chartOfRow(rows[0])
    },
    list: async () => (await query('SELECT * FROM charts ORDER BY changed_at DESC, id')).rows.map(chartOfRow),
    describe: (id, { title, unit, steps, changedAt, sketch = null }) =>
      writing(
        async (on) =>
          void (await on(
            `UPDATE charts SET title = $1, unit = $2, steps = $3, changed_at = $4, sketch = coalesce($5, sketch)
             WHERE id = $6`,
            [title, unit, steps, changedAt, sketch, id],
          )),
      ),
    place: (id, { folder, isTemplate }) =>
      writing(async (on) => {
        if (folder !== undefined)
          await on("UPDATE charts SET folder = nullif($1, '') WHERE id = $2", [folder, id])
        if (isTemplate !== undefined)
          await on('UPDATE charts SET template = nullif($1::bigint, 0) WHERE id = $2', [
            Number(isTemplate),
            id,
          ])
      }),
    ...progressOf({ query, writing }),
    remove: (id, at) =>
      writing(
        async (on) =>
          void (await on('UPDATE charts SET deleted_at = $1 WHERE id = $2 AND deleted_at IS NULL', [at, id])),
      ),
    putBack: (id) =>
      writing(async (on) => void (await on('UPDATE charts SET deleted_at = NULL WHERE id = $1', [id]))),
    purge: (at) =>
      writing(async (on) => {
        const { rows } = await on('DELETE FROM charts WHERE deleted_at < $1 RETURNING id', [at])
        return rows.map((row) => String(row['id']))
      }),
  }
}

/** How far lists and history are, against how far the log is. */
function progressOf({
  query,
  writing,
}: Pick<PostgresDatabase, 'query' | 'writing'>): Pick<Later<ChartTable>, 'seqOf' | 'keptThrough' | 'behind'> {
  return {
    seqOf: async (id) =>
      Number((await query('SELECT seq FROM charts WHERE id = $1', [id])).rows[0]?.['seq'] ?? 0),
    keptThrough: (id, through) =>
      writing(
        async (on) =>
          void (await on('UPDATE charts SET kept = greatest(kept, $1) WHERE id = $2', [through, id])),
      ),
    behind: async () => {
      const { rows } = await query(`
        SELECT id, coalesce(array_agg(DISTINCT person) FILTER (WHERE person IS NOT NULL), '{}') AS people
        FROM charts LEFT JOIN updates ON updates.chart = charts.id AND updates.seq > charts.kept
        WHERE charts.kept < charts.seq AND deleted_at IS NULL GROUP BY id ORDER BY id`)
      return rows.map((row) => ({ id: String(row['id']), people: row['people'] as readonly string[] }))
    },
  }
}

export async function insertLinkRow(on: PostgresQuery, link: NewKeptLink): Promise<void> {
  await on(
    `INSERT INTO links (id, hash, chart, role, name, created_at, expires_at, max_uses, password,
                        scope, catalogue, publishes, copies)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    linkValues(link),
  )
}
