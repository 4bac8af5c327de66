/** Identity, links of unit and administrators, sessions. Throws a ServerError whose message can be shown. */
import type { CreatedUnitLink, ListedSession, Myself, NewUnitLink, UnitLink } from '../../../protocol/api.ts'
import type { Id } from '../../../model/chart.ts'
import { absoluteLink } from './absoluteLink.ts'
import type { HttpClient } from './httpClient.ts'

export interface AccessApi {
  readonly me: () => Promise<Myself>
  readonly links: () => Promise<readonly UnitLink[]>
  readonly makeLink: (link: NewUnitLink) => Promise<CreatedUnitLink>
  readonly rotateLink: (link: Id) => Promise<CreatedUnitLink>
  /** `own`: confirms that the person was told they came in by this link. */
  readonly revokeLink: (link: Id, how: { readonly own: boolean }) => Promise<void>
  readonly sessions: () => Promise<readonly ListedSession[]>
  readonly endSession: (session: Id) => Promise<void>
  readonly logOut: () => Promise<void>
}

export function openAccessApi({ json, text }: HttpClient): AccessApi {
  return {
    me: async () => json('GET', '/api/me'),
    links: async () => (await json<{ links: UnitLink[] }>('GET', '/api/links')).links,
    makeLink: async (link) => absoluteLink(await json<CreatedUnitLink>('POST', '/api/links', link)),
    rotateLink: async (link) => absoluteLink(await json<CreatedUnitLink>('POST', linkPath(link, '/rotate'))),
    revokeLink: async (link, { own }) => void (await text('DELETE', linkPath(link, own ? '?own=1' : ''))),
    sessions: async () => (await json<{ sessions: ListedSession[] }>('GET', '/api/sessions')).sessions,
    endSession: async (session) =>
      void (await text('DELETE', `/api/sessions/${encodeURIComponent(session)}`)),
    logOut: async () => void (await text('POST', '/api/logout')),
  }
}

function linkPath(link: Id, more = ''): string {
  return `/api/links/${encodeURIComponent(link)}${more}`
}
