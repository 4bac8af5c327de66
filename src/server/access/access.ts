/**
 * Authentication and authorisation. A link grants a role; opening it stores the grant for a
 * person's session; a script sends the link's token. Roles are computed from the links on
 * every request, so a revoked link takes effect at once.
 */
import type { ChartStanding } from '../../protocol/api.ts'
import type { Right, Role } from '../../protocol/roles.ts'
import { may, stronger } from '../../protocol/roles.ts'
import { bearerUser } from '../store/linkRow.ts'
import type { KeptLink, StoredPerson, Store } from '../store/tables.ts'
import type { AccessPolicy } from '../settings.ts'
import { AccessError } from './accessError.ts'
import { countGuesses } from './countGuesses.ts'
import { isGood, standingBy, unitRightsOf } from './linkRights.ts'
import type { UnitRights } from './linkRights.ts'
import { hashOf, isPassword, newToken } from './secrets.ts'

/** `id` is the author recorded with changes: a person, or the link that a script uses. */
export type Caller =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'person'
      readonly id: string
      readonly name: string
      readonly post: string
      /** Id of the session. */
      readonly session: string
    }
  | { readonly kind: 'script'; readonly id: string; readonly name: string; readonly link: KeptLink }

export interface Access {
  readonly callerOf: (credentials: Credentials) => Promise<Caller>
  /** Undefined where there is none. */
  readonly roleOf: (callerId: string, chart: string) => Promise<Role | undefined>
  /** `roleOf` for many charts, with one query of the links. */
  readonly rolesOf: (callerId: string) => Promise<(chart: string) => Role | undefined>
  /**
   * Answers the role. Rejects with an AccessError: `not-signed-in` without a caller, otherwise
   * `no-right`, whether or not the chart exists.
   */
  readonly allow: (caller: Caller, chart: string, right: Right) => Promise<Role>
  /** Of nobody: none. */
  readonly rightsOf: (caller: Caller) => Promise<UnitRights>
  readonly isAdministrator: (caller: Caller) => Promise<boolean>
  /** Whether the caller came in by this link. */
  readonly holds: (caller: Caller) => Promise<(link: string) => boolean>
  readonly standingOn: (caller: Caller, chart: string) => Promise<ChartStanding>
  /**
   * Grants the link's role to a person. `person` is only called for a valid link, so that an
   * invalid one creates nobody. Rejects with an AccessError.
   */
  readonly redeem: (link: Shown, person: () => Promise<string>) => Promise<RedeemedLink>
  /** Starts a session of this person; resolves with the cookie's value. */
  readonly begin: (person: StoredPerson) => Promise<string>
}

export interface Credentials {
  /** The session cookie. */
  readonly session: string | undefined
  /** `Authorization: Bearer …` */
  readonly bearer: string | undefined
  readonly password: string | undefined
  /** Where the request comes from. */
  readonly address: string
}

/** A link as somebody shows it. */
export interface Shown {
  readonly token: string
  readonly password: string | undefined
}

export interface RedeemedLink {
  readonly person: string
  readonly link: KeptLink
}

/** `now`: ms since 1970; `elapsed`: ms of a clock that is never set. */
export function openAccess(
  store: Store,
  now: () => number,
  elapsed: () => number,
  policy: AccessPolicy,
): Access {
  const held = async (callerId: string): Promise<readonly KeptLink[]> => {
    if (!callerId.startsWith(scriptPrefix)) return store.links.heldBy(callerId)
    const link = await store.links.find(callerId.slice(scriptPrefix.length))
    return link ? [link] : []
  }
  const heldBy = async (caller: Caller) => (caller.kind === 'nobody' ? [] : held(caller.id))
  const rolesOf = async (callerId: string) => {
    const good = (await held(callerId)).filter((link) => isGood(link, now()))
    return (chart: string) => strongest(good.filter((link) => opens(link, chart)))
  }
  const roleOf = async (callerId: string, chart: string) => (await rolesOf(callerId))(chart)
  const rightsOf = async (caller: Caller) =>
    unitRightsOf(await heldBy(caller), { now: now(), isPerson: caller.kind === 'person', policy })
  const unlocked = openUnlocking(store, now, elapsed)
  return {
    roleOf,
    rolesOf,
    rightsOf,
    callerOf: openCallers({ store, now, policy, unlocked }),
    allow: async (caller, chart, right) => {
      if (caller.kind === 'nobody') throw new AccessError('not-signed-in')
      const role = await roleOf(caller.id, chart)
      if (role === undefined || !may(role, right)) throw new AccessError('no-right')
      return role
    },
    isAdministrator: async (caller) => (await rightsOf(caller)).administrator,
    holds: async (caller) => {
      const ids = new Set((await heldBy(caller)).map(({ id }) => id))
      return (link) => ids.has(link)
    },
    standingOn: async (caller, chart) => {
      const links = (await heldBy(caller)).filter((link) => opens(link, chart))
      return standingBy(links, strongest(links.filter((link) => isGood(link, now()))))
    },
    redeem: async ({ token, password }, person) => {
      const link = await unlocked(token, password)
      const by = await person()
      // Opening a link again does not count as a use.
      if (!(await store.links.useOnce(link.id, by, now()))) throw new AccessError('link-used-up')
      return { person: by, link }
    },
    begin: async (person) => {
      const session = newToken()
      await store.people.begin(hashOf(session), person.id, now())
      return session
    },
  }
}

interface CallerParts {
  readonly store: Store
  readonly now: () => number
  readonly policy: AccessPolicy
  readonly unlocked: ReturnType<typeof openUnlocking>
}

function openCallers({ store, now, policy, unlocked }: CallerParts): Access['callerOf'] {
  const scriptOf = async (bearer: string, { password, address }: Credentials): Promise<Caller> => {
    const link = await unlocked(bearer, password)
    // A bearer has no session: each address is one use.
    if (!(await store.links.useOnce(link.id, bearerUser(address), now())))
      throw new AccessError('link-used-up')
    return { kind: 'script', id: `${scriptPrefix}${link.id}`, name: link.name, link }
  }
  const personOf = async (session: string): Promise<Caller> => {
    const hash = hashOf(session)
    const person = await store.people.bySession(hash, now(), now() - policy.sessionIdle)
    return person ? { kind: 'person', ...person, session: sessionIdOf(hash) } : { kind: 'nobody' }
  }
  return async (credentials) => {
    const { session, bearer } = credentials
    if (bearer !== undefined) return scriptOf(bearer, credentials)
    return session === undefined ? { kind: 'nobody' } : personOf(session)
  }
}

/** Finds the link of a token and checks what it asks for. Rejects with an AccessError. */
function openUnlocking(
  store: Store,
  now: () => number,
  elapsed: () => number,
): (token: string, password: string | undefined) => Promise<KeptLink> {
  const guesses = countGuesses(elapsed)
  return async (token, password) => {
    const link = await store.links.byHash(hashOf(token))
    if (!link || link.revokedAt !== undefined) throw new AccessError('wrong-link')
    if (!isGood(link, now())) throw new AccessError('link-expired')
    if (link.password === undefined) return link
    if (password === undefined || password === '') throw new AccessError('password-needed')
    guesses.take(link.id)
    if (!(await isPassword(password, link.password))) throw new AccessError('wrong-password')
    guesses.forget(link.id)
    return link
  }
}

const scriptPrefix = 'link:'

/** As the store lists it; it does not give the session away. */
function sessionIdOf(hash: string): string {
  return hash.slice(0, 16)
}

function strongest(links: readonly KeptLink[]): Role | undefined {
  return links.map(({ role }) => role).reduce<Role | undefined>((a, b) => (a ? stronger(a, b) : b), undefined)
}

/** The administrator's link opens every chart, a unit's none. */
function opens(link: KeptLink, chart: string): boolean {
  return link.chart === undefined ? link.scope === undefined : link.chart === chart
}
