import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from './database.ts'
import { linkIn, linkOf, linkUseOf, linkValues, termValues } from './linkRow.ts'
import type { LinkTable, NewKeptLink } from './tables.ts'

export type InsertLink = (link: NewKeptLink) => void

export function linkTable(database: DatabaseSync, insertLink: InsertLink): LinkTable {
  const byHash = database.prepare('SELECT * FROM links WHERE hash = ?')
  const find = database.prepare('SELECT * FROM links WHERE id = ?')
  const list = database.prepare('SELECT * FROM links WHERE chart IS ? ORDER BY rowid')
  const revoke = database.prepare('UPDATE links SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL')
  const changeTerms = database.prepare(
    `UPDATE links SET name = ?, expires_at = ?, max_uses = ?, password = ?, copies = ?
     WHERE id = ? AND revoked_at IS NULL`,
  )
  const heldBy = database.prepare(
    `SELECT * FROM links WHERE id IN (SELECT link FROM link_uses WHERE person = ?)
     ORDER BY rowid`,
  )
  const ended = database.prepare(
    `SELECT DISTINCT chart FROM links
     WHERE (expires_at > ?1 AND expires_at <= ?2) OR (revoked_at > ?1 AND revoked_at <= ?2)`,
  )
  const uses = database.prepare(
    `SELECT at, person, coalesce(name, '') AS name, coalesce(post, '') AS post
     FROM link_uses LEFT JOIN people ON people.id = person
     WHERE link = ? ORDER BY link_uses.rowid`,
  )
  const { use, useOnce } = using(database)
  return {
    create: insertLink,
    byHash: (hash) => linkIn(byHash.get(hash)),
    find: (id) => linkIn(find.get(id)),
    list: (chart) => list.all(chart ?? null).map(linkOf),
    use,
    useOnce,
    uses: (link) => uses.all(link).map(linkUseOf),
    revoke: (id, at) => void revoke.run(at, id),
    changeTerms: (link) => void changeTerms.run(...termValues(link)),
    endedBetween: (from, to) =>
      ended.all(from, to).map(({ chart }) => (chart === null ? undefined : String(chart))),
    heldBy: (person) => heldBy.all(person).map(linkOf),
  }
}

export function linkInserter(database: DatabaseSync): InsertLink {
  const insert = database.prepare(
    `INSERT INTO links (id, hash, chart, role, name, created_at, expires_at, max_uses, password,
                        scope, catalogue, publishes, copies)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return (link) => void insert.run(...linkValues(link))
}

/** One statement checks and counts, so that two simultaneous uses never share the last one. */
function using(database: DatabaseSync): Pick<LinkTable, 'use' | 'useOnce'> {
  const count = database.prepare(
    'UPDATE links SET use_count = use_count + 1 WHERE id = ? AND (max_uses IS NULL OR use_count < max_uses)',
  )
  const note = database.prepare('INSERT INTO link_uses (link, person, at) VALUES (?, ?, ?)')
  const known = database.prepare('SELECT 1 FROM link_uses WHERE link = ? AND person = ? LIMIT 1')
  const counted: LinkTable['use'] = (link, person, at) => {
    if (Number(count.run(link).changes) === 0) return false
    note.run(link, person, at)
    return true
  }
  return {
    use: (link, person, at) => inTransaction(database, () => counted(link, person, at)),
    useOnce: (link, person, at) => {
      if (known.get(link, person)) return true
      return inTransaction(database, () => known.get(link, person) !== undefined || counted(link, person, at))
    },
  }
}
