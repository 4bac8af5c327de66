/** Share links as they are made: the token in the address, its hash in the store. */
import type {
  CreatedChart,
  CreatedLink,
  LinkTerms,
  NewLink,
  NewUnitLink,
  ShareLink,
  UnitLink,
} from '../../protocol/api.ts'
import type { Role } from '../../protocol/roles.ts'
import { roles } from '../../protocol/roles.ts'
import type { KeptLink, NewKeptLink } from '../store/tables.ts'
import { hashOf, hashPassword, newToken } from './secrets.ts'

export interface NewLinkRecord {
  readonly kept: NewKeptLink
  readonly token: string
}

export interface LinkMaker {
  readonly newId: () => string
  readonly now: () => number
}

/**
 * The first links of a new chart: one per role, without expiry or limit. Its owner's may
 * publish if its maker may.
 */
export function firstLinks(
  chart: string,
  { newId, now, publishes }: LinkMaker & { readonly publishes: boolean },
): { readonly [R in Role]: NewLinkRecord } {
  const entries = roles.map((role) => {
    const token = newToken()
    const kept: NewKeptLink = {
      id: newId(),
      hash: hashOf(token),
      chart,
      role,
      name: '',
      createdAt: now(),
      ...(publishes && role === 'owner' ? { publishes: true } : {}),
    }
    return [role, { kept, token }] as const
  })
  return Object.fromEntries(entries) as { [R in Role]: NewLinkRecord }
}

export async function newLink(
  chart: string | undefined,
  { role, name = '', expiresAt, maxUses, password, publishes, copies }: NewLink,
  { newId, now }: LinkMaker,
): Promise<NewLinkRecord> {
  const token = newToken()
  const kept: NewKeptLink = {
    id: newId(),
    hash: hashOf(token),
    ...(chart === undefined ? {} : { chart }),
    role,
    name,
    createdAt: now(),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(maxUses === undefined ? {} : { maxUses }),
    ...(password ? { password: await hashPassword(password) } : {}),
    ...(publishes ? { publishes: true } : {}),
    ...(copies === undefined ? {} : { copies }),
  }
  return { kept, token }
}

/** The link with other terms. */
export async function withTerms(link: KeptLink, terms: LinkTerms): Promise<KeptLink> {
  const { name = link.name, copies = link.copies } = terms
  const { expiresAt, maxUses, password, copies: _copies, ...others } = link
  const end = terms.expiresAt === undefined ? expiresAt : terms.expiresAt
  const uses = terms.maxUses === undefined ? maxUses : terms.maxUses
  const hash =
    terms.password === undefined ? password : terms.password && (await hashPassword(terms.password))
  return {
    ...others,
    name,
    ...(copies === undefined ? {} : { copies }),
    ...(end ? { expiresAt: end } : {}),
    ...(uses ? { maxUses: uses } : {}),
    ...(hash ? { password: hash } : {}),
  }
}

/** A link of the unit or of an administrator. */
export async function newUnitLink(
  { scope, catalogue, ...link }: NewUnitLink,
  maker: LinkMaker,
): Promise<NewLinkRecord> {
  const role = scope === 'administrator' ? 'owner' : 'viewer'
  const { kept, token } = await newLink(undefined, { ...link, role }, maker)
  if (scope === 'administrator') return { kept, token }
  return { kept: { ...kept, scope, ...(catalogue === undefined ? {} : { catalogue }) }, token }
}

/** The same link with another token. */
export function rotatedLink(old: KeptLink, { newId, now }: LinkMaker): NewLinkRecord {
  const token = newToken()
  const { useCount: _useCount, revokedAt: _revokedAt, ...kept } = old
  return { kept: { ...kept, id: newId(), hash: hashOf(token), createdAt: now() }, token }
}

/** The address of a link that belongs to no chart. */
export function unitAddressOf(origin: string, token: string): string {
  return `${origin}/#${token}`
}

/** The address of a link. `origin` is this server as the caller sees it: http://10.0.0.5:8080 */
export function shareAddressOf(origin: string, chart: string, token: string): string {
  return `${origin}/c/${chart}#${token}`
}

export function addresses(
  origin: string,
  chart: string,
  made: { readonly [R in Role]: NewLinkRecord },
): CreatedChart['links'] {
  const entries = roles.map((role) => [role, shareAddressOf(origin, chart, made[role].token)] as const)
  return Object.fromEntries(entries) as { [R in Role]: string }
}

/** What an owner sees of a link. */
export function shown(kept: KeptLink): Omit<ShareLink, 'uses' | 'mine'> {
  const { id, role, name, createdAt, expiresAt, maxUses, revokedAt, publishes, copies } = kept
  return {
    id,
    role,
    publishes: publishes === true,
    copies: copies ?? 'remove',
    name,
    createdAt,
    hasPassword: kept.password !== undefined,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(maxUses === undefined ? {} : { maxUses }),
    ...(revokedAt === undefined ? {} : { revokedAt }),
  }
}

/** What an administrator sees of a link that belongs to no chart. */
export function shownUnitLink(kept: KeptLink): Omit<UnitLink, 'uses' | 'mine'> {
  const { role: _role, ...facts } = shown(kept)
  const { catalogue, scope = 'administrator' } = kept
  return { ...facts, scope, ...(catalogue === undefined ? {} : { catalogue }) }
}

export function shownNew({ kept, token }: NewLinkRecord, origin: string, chart: string): CreatedLink {
  return { ...shown({ ...kept, useCount: 0 }), link: shareAddressOf(origin, chart, token) }
}
