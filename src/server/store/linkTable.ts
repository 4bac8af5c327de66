import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
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
  const uses = database.prepare(
    `SELECT at, coalesce(name, '') AS name, coalesce(post, '') AS post
     FROM link_uses LEFT JOIN people ON people.id = person
     WHERE link = ? ORDER BY link_uses.rowid`,
  )
  return {
    create: insertLink,
    byHash: (hash) => linkIn(byHash.get(hash)),
    find: (id) => linkIn(find.get(id)),
    list: (chart) => list.all(chart ?? null).map(linkOf),
    use: using(database),
    uses: (link) =>
      uses.all(link).map((row) => ({
        at: Number(row['at']),
        name: String(row['name']),
        post: String(row['post']),
      })),
    revoke: (id, at) => void revoke.run(at, id),
    heldBy: (person) => heldBy.all(person).map(linkOf),
  }
}

export function linkInserter(database: DatabaseSync): InsertLink {
  const insert = database.prepare(
    `INSERT INTO links (id, hash, chart, role, name, created_at, expires_at, max_uses, password)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return ({ id, hash, chart, role, name, createdAt, expiresAt, maxUses, password }) =>
    void insert.run(
      id,
      hash,
      chart ?? null,
      role,
      name,
      createdAt,
      expiresAt ?? null,
      maxUses ?? null,
      password ?? null,
    )
}

/** One statement checks and counts, so that two simultaneous uses never share the last one. */
function using(database: DatabaseSync): LinkTable['use'] {
  const count = database.prepare(
    'UPDATE links SET use_count = use_count + 1 WHERE id = ? AND (max_uses IS NULL OR use_count < max_uses)',
  )
  const note = database.prepare('INSERT INTO link_uses (link, person, at) VALUES (?, ?, ?)')
  return (link, person, at) =>
    inTransaction(database, () => {
      if (Number(count.run(link).changes) === 0) return false
      note.run(link, person, at)
      return true
    })
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
    ...(row['expires_at'] !== null && { expiresAt: Number(row['expires_at']) }),
    ...(row['max_uses'] !== null && { maxUses: Number(row['max_uses']) }),
    ...(row['password'] !== null && { password: String(row['password']) }),
    ...(row['revoked_at'] !== null && { revokedAt: Number(row['revoked_at']) }),
  }
}
