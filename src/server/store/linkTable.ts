import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { CatalogueRole, LinkScope } from '../../protocol/linkScopes.ts'
import type { Role } from '../../protocol/roles.ts'
import { inTransaction } from './database.ts'
import type { KeptLink, LinkTable, NewKeptLink } from './tables.ts'

export type InsertLink = (link: NewKeptLink) => void

export function linkTable(database: DatabaseSync, insertLink: InsertLink): LinkTable {
  const byHash = database.prepare('SELECT * FROM links WHERE hash = ?')
  const find = database.prepare('SELECT * FROM links WHERE id = ?')
  const list = database.prepare('SELECT * FROM links WHERE chart IS ? ORDER BY rowid')
  const revoke = database.prepare('UPDATE links SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL')
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
    uses: (link) =>
      uses.all(link).map((row) => ({
        at: Number(row['at']),
        name: String(row['name']),
        post: String(row['post']),
        ...addressIn(String(row['person'])),
      })),
    revoke: (id, at) => void revoke.run(at, id),
    endedBetween: (from, to) =>
      ended.all(from, to).map(({ chart }) => (chart === null ? undefined : String(chart))),
    heldBy: (person) => heldBy.all(person).map(linkOf),
  }
}

/** The user of a link as a bearer, who has no session: known by the address that the requests come from. */
export function bearerUser(address: string): string {
  return `${bearerPrefix}${address}`
}

const bearerPrefix = 'bearer:'

function addressIn(user: string): { readonly address?: string } {
  return user.startsWith(bearerPrefix) ? { address: user.slice(bearerPrefix.length) } : {}
}

export function linkInserter(database: DatabaseSync): InsertLink {
  const insert = database.prepare(
    `INSERT INTO links (id, hash, chart, role, name, created_at, expires_at, max_uses, password,
                        scope, catalogue, publishes, copies)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return (link) =>
    void insert.run(
      link.id,
      link.hash,
      link.chart ?? null,
      link.role,
      link.name,
      link.createdAt,
      link.expiresAt ?? null,
      link.maxUses ?? null,
      link.password ?? null,
      scopeOf(link),
      link.catalogue ?? null,
      link.publishes ? 1 : 0,
      link.copies ?? 'remove',
    )
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

export function scopeOf({ chart, scope }: Pick<NewKeptLink, 'chart' | 'scope'>): LinkScope {
  return chart === undefined ? (scope ?? 'administrator') : 'chart'
}

type Row = Record<string, SQLOutputValue>

function linkIn(row: Row | undefined): KeptLink | undefined {
  return row && linkOf(row)
}

function linkOf(row: Row): KeptLink {
  return {
    id: String(row['id']),
    hash: String(row['hash']),
    role: row['role'] as Role,
    name: String(row['name']),
    createdAt: Number(row['created_at']),
    useCount: Number(row['use_count']),
    ...(row['chart'] !== null && { chart: String(row['chart']) }),
    ...(row['scope'] === 'unit' && { scope: 'unit' }),
    ...(row['catalogue'] !== null && { catalogue: row['catalogue'] as CatalogueRole }),
    ...(row['publishes'] === 1 && { publishes: true }),
    ...(row['copies'] === 'lock' && { copies: 'lock' }),
    ...(row['expires_at'] !== null && { expiresAt: Number(row['expires_at']) }),
    ...(row['max_uses'] !== null && { maxUses: Number(row['max_uses']) }),
    ...(row['password'] !== null && { password: String(row['password']) }),
    ...(row['revoked_at'] !== null && { revokedAt: Number(row['revoked_at']) }),
  }
}
