import { mostAutomatic } from '../kept.ts'
import { leastAutomatic } from '../revisionTable.ts'
import { revisionOf } from '../storedRows.ts'
import type { Later, RevisionTable } from '../tables.ts'
import type { PostgresDatabase } from './postgresDatabase.ts'

export function postgresRevisionTable({ query, writing }: PostgresDatabase): Later<RevisionTable> {
  return {
    add: ({ id, chart, at, kind, name, authors, hash, file }) =>
      writing(async (on) => {
        await on(
          'INSERT INTO revisions (id, chart, at, kind, name, authors, hash, file) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
          [id, chart, at, kind, name, JSON.stringify(authors), hash, file],
        )
        if (kind === 'auto') await on(shortening, [chart, mostAutomatic, leastAutomatic])
      }),
    list: async (chart, before, atMost) => {
      const { rows } = await query(
        `SELECT id, at, kind, name, authors, hash FROM revisions
         WHERE chart = $1 AND nr < coalesce((SELECT nr FROM revisions WHERE chart = $1 AND id = $2), 9223372036854775807)
         ORDER BY nr DESC LIMIT $3`,
        [chart, before ?? '', atMost],
      )
      return rows.map(revisionOf)
    },
    namedBytes: async (chart) => {
      const { rows } = await query(
        `SELECT sum(octet_length(file)) AS bytes FROM revisions WHERE chart = $1 AND kind IN ('named', 'restored')`,
        [chart],
      )
      return Number(rows[0]?.['bytes'] ?? 0)
    },
    prune: (before) =>
      writing(
        async (on) =>
          void (await on(
            `DELETE FROM revisions WHERE kind = 'auto' AND at < $1 AND EXISTS (
               SELECT 1 FROM revisions AS later WHERE later.chart = revisions.chart AND later.nr > revisions.nr)`,
            [before],
          )),
      ),
    read: async (chart, id) => {
      const { rows } = await query('SELECT file FROM revisions WHERE chart = $1 AND id = $2', [chart, id])
      return rows[0] && String(rows[0]['file'])
    },
  }
}

const shortening = `
  DELETE FROM revisions WHERE nr IN (
    SELECT nr FROM (
      SELECT nr, row_number() OVER newest AS place, sum(octet_length(file)) OVER newest AS bytes
      FROM revisions WHERE chart = $1 AND kind = 'auto' WINDOW newest AS (ORDER BY nr DESC)
    ) AS summed WHERE bytes > $2 AND place > $3)`
