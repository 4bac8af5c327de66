import { publicationOf } from '../storedRows.ts'
import type { Later, PublicationTable } from '../tables.ts'
import type { PostgresDatabase } from './postgresDatabase.ts'

const columns = 'id, chart, at, revision, hash, title, view, reviewed_by, approver, reason, withdrawn_at'

export function postgresPublicationTable({ query, writing }: PostgresDatabase): Later<PublicationTable> {
  return {
    add: (kept, content) =>
      writing(async (on) => {
        const { id, chart, at, revision, hash, title, view, reviewedBy, approver, reason = null } = kept
        const formats = [content.json, content.svg, content.txt, content.html]
        await on(
          `INSERT INTO publications (id, chart, at, revision, hash, title, view, reviewed_by, approver, reason, json, svg, txt, html)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
          [id, chart, at, revision, hash, title, view, reviewedBy, approver, reason, ...formats.map(bytesOf)],
        )
      }),
    find: async (id) =>
      publicationOf((await query(`SELECT ${columns} FROM publications WHERE id = $1`, [id])).rows[0]),
    list: async (chart) =>
      (
        await query(`SELECT ${columns} FROM publications WHERE chart = $1 ORDER BY nr DESC`, [chart])
      ).rows.flatMap((row) => publicationOf(row) ?? []),
    current: async (chart) =>
      publicationOf(
        (
          await query(
            `SELECT ${columns} FROM publications
             WHERE id = (SELECT id FROM publications WHERE chart = $1 ORDER BY nr DESC LIMIT 1)
               AND withdrawn_at IS NULL
               AND EXISTS (SELECT 1 FROM charts WHERE charts.id = publications.chart AND deleted_at IS NULL)`,
            [chart],
          )
        ).rows[0],
      ),
    withdraw: (id, at) =>
      writing(
        async (on) =>
          void (await on('UPDATE publications SET withdrawn_at = $1 WHERE id = $2 AND withdrawn_at IS NULL', [
            at,
            id,
          ])),
      ),
    format: async (id, format) => {
      const { rows } = await query(`SELECT ${contents[format]} AS content FROM publications WHERE id = $1`, [
        id,
      ])
      const content = rows[0]?.['content'] as Uint8Array | null | undefined
      if (!content) return undefined
      return format === 'png' ? content : new TextDecoder().decode(content)
    },
    keepPicture: (id, png) =>
      writing(async (on) => void (await on('UPDATE publications SET png = $1 WHERE id = $2', [png, id]))),
  }
}

const contents = { json: 'json', svg: 'svg', txt: 'txt', html: 'html', png: 'png' } as const

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
