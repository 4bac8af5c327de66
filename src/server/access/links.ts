/** Share links as they are made: the token in the address, its hash in the store. */
import type { CreatedChart, CreatedLink, NewLink, ShareLink } from '../../protocol/api.ts'
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

/** The first links of a new chart: one per role, without expiry or limit. */
export function firstLinks(
  chart: string,
  { newId, now }: LinkMaker,
): { readonly [R in Role]: NewLinkRecord } {
  const entries = roles.map((role) => {
    const token = newToken()
    const kept = { id: newId(), hash: hashOf(token), chart, role, name: '', createdAt: now() }
    return [role, { kept, token }] as const
  })
  return Object.fromEntries(entries) as { [R in Role]: NewLinkRecord }
}

export async function newLink(
  chart: string | undefined,
  { role, name = '', expiresAt, maxUses, password }: NewLink,
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
  }
  return { kept, token }
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
export function shown(kept: KeptLink): Omit<ShareLink, 'uses'> {
  const { id, role, name, createdAt, expiresAt, maxUses, revokedAt } = kept
  return {
    id,
    role,
    name,
    createdAt,
    hasPassword: kept.password !== undefined,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(maxUses === undefined ? {} : { maxUses }),
    ...(revokedAt === undefined ? {} : { revokedAt }),
  }
}

export function shownNew({ kept, token }: NewLinkRecord, origin: string, chart: string): CreatedLink {
  return { ...shown({ ...kept, useCount: 0 }), link: shareAddressOf(origin, chart, token) }
}
