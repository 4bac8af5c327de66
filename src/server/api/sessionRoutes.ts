/** Sessions: who is signed in where, and how to end that. */
import type { ListedSession } from '../../protocol/api.ts'
import type { ServerContext } from '../serverContext.ts'
import { RequestError } from '../requestError.ts'
import type { ApiRoute } from './route.ts'
import { apiRoute } from './route.ts'
import type { Caller } from '../access/access.ts'

export const sessionRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'get',
    path: '/api/sessions',
    summary: 'listSessions',
    who: 'signedIn',
    answer: async ({ caller }, context): Promise<{ readonly sessions: readonly ListedSession[] }> => ({
      sessions: await sessionsFor(caller, context),
    }),
  }),
  apiRoute({
    method: 'delete',
    path: '/api/sessions/:session',
    summary: 'endSession',
    who: 'signedIn',
    answer: async ({ c, caller }, context) => {
      const id = c.req.param('session') ?? ''
      const visible = await sessionsFor(caller, context)
      if (!visible.some((session) => session.id === id)) throw new RequestError('not-found')
      await signOut(id, context)
      return { ok: true }
    },
  }),
]

/** An administrator sees all, everybody else their own. */
async function sessionsFor(caller: Caller, context: ServerContext): Promise<readonly ListedSession[]> {
  const { access, store, now, sessionIdle } = context
  const isAdministrator = await access.isAdministrator(caller)
  const own = caller.kind === 'person' ? caller : undefined
  const all = await store.people.sessions(now() - sessionIdle)
  const seen = isAdministrator ? all : all.filter(({ person }) => person.id === own?.id)
  return Promise.all(
    seen.map(async ({ id, person, beganAt, seenAt }): Promise<ListedSession> => ({
      id,
      name: person.name,
      post: person.post,
      beganAt,
      seenAt,
      administrator: await access.isAdministrator({ kind: 'person', ...person, session: id }),
      mine: own?.session === id,
    })),
  )
}

/** Ends a session and the connections that were made with it. */
export async function signOut(id: string, { store, rooms }: ServerContext): Promise<void> {
  await store.people.endSession(id)
  rooms.sessionEnded(id)
}
