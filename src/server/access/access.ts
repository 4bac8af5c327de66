/**
 * Authentication and authorisation. A link grants a role; opening it stores the grant for a
 * person's session; a script sends the link's token. Roles are computed from the links on
 * every request, so a revoked link takes effect at once.
 */
import type { ApiErrorCode } from '../../protocol/api.ts'
import type { Right, Role } from '../../protocol/roles.ts'
import { may, stronger } from '../../protocol/roles.ts'
import type { KeptLink, StoredPerson, Store } from '../store/tables.ts'
import { hashOf, isPassword, newToken } from './secrets.ts'

/** `id` is the author recorded with changes: a person, or the link that a script uses. */
export type Caller =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'person'; readonly id: string; readonly name: string; readonly post: string }
  | { readonly kind: 'script'; readonly id: string; readonly name: string; readonly link: KeptLink }

/** A request without the right for it, or a malformed one; sentences in text/messages/api.ts. */
export class AccessError extends Error {
  override readonly name = 'AccessError'
  readonly code: ApiErrorCode

  constructor(code: ApiErrorCode) {
    super(code)
    this.code = code
  }
}

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
  readonly isAdministrator: (caller: Caller) => Promise<boolean>
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
}

/** A link as somebody shows it. */
export interface Shown {
  readonly token: string
  readonly password: string | undefined
}

export interface RedeemedLink {
  readonly person: string
  readonly chart: string | undefined
  readonly role: Role
}

/** Wrong passwords after which a link is blocked for `rest`. */
const mostGuesses = 10
/** ms */
const rest = 15 * 60_000

/** `now`: ms since 1970; `elapsed`: ms of a clock that is never set. */
export function openAccess(store: Store, now: () => number, elapsed: () => number): Access {
  const guesses = countGuesses(elapsed)
  const held = async (callerId: string): Promise<readonly KeptLink[]> => {
    if (!callerId.startsWith(scriptPrefix)) return store.links.heldBy(callerId)
    const link = await store.links.find(callerId.slice(scriptPrefix.length))
    return link ? [link] : []
  }
  const rolesOf = async (callerId: string) => {
    const good = (await held(callerId)).filter((link) => isGood(link, now()))
    return (chart: string) => strongest(good.filter((link) => opens(link, chart)))
  }
  const roleOf = async (callerId: string, chart: string) => (await rolesOf(callerId))(chart)
  const unlocked = async (token: string, password: string | undefined): Promise<KeptLink> => {
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
  return {
    roleOf,
    rolesOf,
    callerOf: async ({ session, bearer, password }) => {
      if (bearer !== undefined) {
        const link = await unlocked(bearer, password)
        if (link.maxUses !== undefined && link.useCount >= link.maxUses) throw new AccessError('link-used-up')
        return { kind: 'script', id: `${scriptPrefix}${link.id}`, name: link.name, link }
      }
      const person = session === undefined ? undefined : await store.people.bySession(hashOf(session))
      return person ? { kind: 'person', ...person } : { kind: 'nobody' }
    },
    allow: async (caller, chart, right) => {
      if (caller.kind === 'nobody') throw new AccessError('not-signed-in')
      const role = await roleOf(caller.id, chart)
      if (role === undefined || !may(role, right)) throw new AccessError('no-right')
      return role
    },
    isAdministrator: async (caller) =>
      caller.kind !== 'nobody' &&
      (await held(caller.id)).some((link) => link.chart === undefined && isGood(link, now())),
    redeem: async ({ token, password }, personOf) => {
      const link = await unlocked(token, password)
      const person = await personOf()
      // Opening a link again does not count as a use.
      const before = (await store.links.heldBy(person)).some(({ id }) => id === link.id)
      if (!before && !(await store.links.use(link.id, person, now()))) throw new AccessError('link-used-up')
      return { person, chart: link.chart, role: link.role }
    },
    begin: async (person) => {
      const session = newToken()
      await store.people.begin(hashOf(session), person.id, now())
      return session
    },
  }
}

const scriptPrefix = 'link:'

function isGood(link: KeptLink, now: number): boolean {
  return link.revokedAt === undefined && (link.expiresAt === undefined || link.expiresAt > now)
}

function strongest(links: readonly KeptLink[]): Role | undefined {
  return links.map(({ role }) => role).reduce<Role | undefined>((a, b) => (a ? stronger(a, b) : b), undefined)
}

/** The administrator's link opens every chart. */
function opens(link: KeptLink, chart: string): boolean {
  return link.chart === undefined || link.chart === chart
}

function countGuesses(elapsed: () => number) {
  const counts = new Map<string, { readonly since: number; readonly count: number }>()
  return {
    take: (link: string) => {
      const found = counts.get(link)
      const at = elapsed()
      const { since, count } = found && at - found.since < rest ? found : { since: at, count: 0 }
      if (count >= mostGuesses) throw new AccessError('too-many')
      counts.set(link, { since, count: count + 1 })
    },
    forget: (link: string) => void counts.delete(link),
  }
}
