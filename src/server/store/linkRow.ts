/** Links as rows of a database, the same in each. */
import type { LinkUse } from '../../protocol/api.ts'
import type { CatalogueRole, LinkScope } from '../../protocol/linkScopes.ts'
import type { Role } from '../../protocol/roles.ts'
import type { StoredRow } from './storedRows.ts'
import type { KeptLink, NewKeptLink } from './tables.ts'

/** The user of a link as a bearer, who has no session: known by the address that the requests come from. */
export function bearerUser(address: string): string {
  return `${bearerPrefix}${address}`
}

const bearerPrefix = 'bearer:'

function addressIn(user: string): { readonly address?: string } {
  return user.startsWith(bearerPrefix) ? { address: user.slice(bearerPrefix.length) } : {}
}

export function scopeOf({ chart, scope }: Pick<NewKeptLink, 'chart' | 'scope'>): LinkScope {
  return chart === undefined ? (scope ?? 'administrator') : 'chart'
}

/** In the order of the columns of `linkInserter`. */
export function linkValues(link: NewKeptLink): readonly (string | number | null)[] {
  return [
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
  ]
}

/** In the order of the columns of `changeTerms`; the last one is the id. */
export function termValues(link: NewKeptLink): readonly (string | number | null)[] {
  const { id, name, expiresAt = null, maxUses = null, password = null, copies = 'remove' } = link
  return [name, expiresAt, maxUses, password, copies, id]
}

export function linkUseOf(row: StoredRow): LinkUse {
  return {
    at: Number(row['at']),
    name: String(row['name']),
    post: String(row['post']),
    ...addressIn(String(row['person'])),
  }
}

export function linkIn(row: StoredRow | undefined): KeptLink | undefined {
  return row && linkOf(row)
}

export function linkOf(row: StoredRow): KeptLink {
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
