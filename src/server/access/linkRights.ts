/** What links give besides roles on charts: pure functions of the links that somebody holds. */
import type { ChartStanding } from '../../protocol/api.ts'
import type { CatalogueRole } from '../../protocol/linkScopes.ts'
import { strongerCatalogueRole } from '../../protocol/linkScopes.ts'
import type { Role } from '../../protocol/roles.ts'
import type { AccessPolicy } from '../settings.ts'
import { scopeOf } from '../store/linkRow.ts'
import type { KeptLink } from '../store/tables.ts'

export interface UnitRights {
  /** Belongs here: holds a link that is good, or is somebody where everybody may save. */
  readonly signedIn: boolean
  readonly administrator: boolean
  /** May make charts on the server. */
  readonly create: boolean
  readonly catalogue: CatalogueRole | undefined
  /** Whether they may publish this chart, if they own it. Undefined: a chart in general. */
  readonly publishes: (chart: string | undefined) => boolean
}

export function isGood(link: KeptLink, now: number): boolean {
  return link.revokedAt === undefined && (link.expiresAt === undefined || link.expiresAt > now)
}

export interface Asker {
  readonly now: number
  /** Has a session, with or without links. */
  readonly isPerson: boolean
  readonly policy: AccessPolicy
}

export function unitRightsOf(links: readonly KeptLink[], { now, isPerson, policy }: Asker): UnitRights {
  const good = links.filter((link) => isGood(link, now))
  const administrator = good.some((link) => scopeOf(link) === 'administrator')
  const isOpen = policy.whoMaySave === 'anyone' && isPerson
  return {
    signedIn: good.length > 0 || isOpen,
    administrator,
    create: isOpen || good.some((link) => scopeOf(link) !== 'chart'),
    catalogue: administrator ? 'manage' : catalogueRoleOf(good),
    publishes: (chart) =>
      administrator ||
      good.some((link) => link.publishes === true && (link.chart === undefined || link.chart === chart)),
  }
}

function catalogueRoleOf(links: readonly KeptLink[]): CatalogueRole | undefined {
  return links
    .flatMap(({ catalogue }) => (catalogue === undefined ? [] : [catalogue]))
    .reduce<CatalogueRole | undefined>((a, b) => (a ? strongerCatalogueRole(a, b) : b), undefined)
}

/**
 * `links`: all that open the chart, ended ones included. Where several have ended, a copy is
 * only locked if none of them asks for its removal.
 */
export function standingBy(links: readonly KeptLink[], role: Role | undefined): ChartStanding {
  if (role !== undefined) return { state: 'open', role }
  if (links.length === 0) return { state: 'none' }
  return { state: 'ended', copies: links.every(({ copies }) => copies === 'lock') ? 'lock' : 'remove' }
}
