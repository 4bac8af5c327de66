import { linkIn, linkOf, linkUseOf, termValues } from '../linkRow.ts'
import type { Later, LinkTable } from '../tables.ts'
import { insertLinkRow } from './postgresChartTable.ts'
import type { PostgresDatabase } from './postgresDatabase.ts'
import type { PostgresQuery } from './postgresQuery.ts'

export function postgresLinkTable({ query, writing }: PostgresDatabase): Later<LinkTable> {
  return {
    create: (link) => writing((on) => insertLinkRow(on, link)),
    byHash: async (hash) => linkIn((await query('SELECT * FROM links WHERE hash = $1', [hash])).rows[0]),
    find: async (id) => linkIn((await query('SELECT * FROM links WHERE id = $1', [id])).rows[0]),
    list: async (chart) =>
      (
        await query('SELECT * FROM links WHERE chart IS NOT DISTINCT FROM $1 ORDER BY nr', [chart ?? null])
      ).rows.map(linkOf),
    use: (link, person, at) => writing((on) => counted(on, link, person, at)),
    useOnce: async (link, user, at) =>
      (await isKnown(query, link, user)) ||
      writing(async (on) => (await isKnown(on, link, user)) || counted(on, link, user, at)),
    uses: async (link) => {
      const { rows } = await query(
        `SELECT at, person, coalesce(name, '') AS name, coalesce(post, '') AS post
         FROM link_uses LEFT JOIN people ON people.id = person
         WHERE link = $1 ORDER BY link_uses.nr`,
        [link],
      )
      return rows.map(linkUseOf)
    },
    revoke: (id, at) =>
      writing(
        async (on) =>
          void (await on('UPDATE links SET revoked_at = $1 WHERE id = $2 AND revoked_at IS NULL', [at, id])),
      ),
    changeTerms: (link) =>
      writing(
        async (on) =>
          void (await on(
            `UPDATE links SET name = $1, expires_at = $2, max_uses = $3, password = $4, copies = $5
             WHERE id = $6 AND revoked_at IS NULL`,
            [...termValues(link)],
          )),
      ),
    endedBetween: async (from, to) => {
      const { rows } = await query(
        `SELECT DISTINCT chart FROM links
         WHERE (expires_at > $1 AND expires_at <= $2) OR (revoked_at > $1 AND revoked_at <= $2)`,
        [from, to],
      )
      return rows.map(({ chart }) => (chart === null ? undefined : String(chart)))
    },
    heldBy: async (person) => {
      const { rows } = await query(
        'SELECT * FROM links WHERE id IN (SELECT link FROM link_uses WHERE person = $1) ORDER BY nr',
        [person],
      )
      return rows.map(linkOf)
    },
  }
}

async function isKnown(on: PostgresQuery, link: string, person: string): Promise<boolean> {
  const { rows } = await on('SELECT 1 FROM link_uses WHERE link = $1 AND person = $2 LIMIT 1', [link, person])
  return rows.length > 0
}

/** One statement checks and counts, so that two simultaneous uses never share the last one. */
async function counted(on: PostgresQuery, link: string, person: string, at: number): Promise<boolean> {
  const { count } = await on(
    'UPDATE links SET use_count = use_count + 1 WHERE id = $1 AND (max_uses IS NULL OR use_count < max_uses)',
    [link],
  )
  if (count === 0) return false
  await on('INSERT INTO link_uses (link, person, at) VALUES ($1, $2, $3)', [link, person, at])
  return true
}
