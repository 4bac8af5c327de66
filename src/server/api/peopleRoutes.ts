/** Routes of sessions: opening a link, stating name and post. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { Myself, Person, RedeemedPerson } from '../../protocol/api.ts'
import { AccessError } from '../access/accessError.ts'
import type { Caller } from '../access/access.ts'
import { scopeOf } from '../store/linkRow.ts'
import { present } from './chartRoutes.ts'
import { addressOf } from '../addressOf.ts'
import type { ServerContext } from '../serverContext.ts'
import type { ApiRoute } from './route.ts'
import { prefixOf } from '../listener.ts'
import { RequestError } from '../requestError.ts'
import { signedIn, apiRoute, sessionCookie } from './route.ts'
import { signOut } from './sessionRoutes.ts'

const words = z.string().trim().max(40)

const personBody = z.object({ name: words, post: words.default('') })

const redeemBody = z.object({
  chart: z.string().optional(),
  token: z.string().min(1).max(200),
  password: z.string().max(200).optional(),
  name: words.optional(),
  post: words.optional(),
})

/** Seconds; browsers keep no cookie longer. */
const sessionLife = 400 * 24 * 3600

export const peopleRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'post',
    path: '/api/redeem',
    summary: 'redeem',
    who: 'anyone',
    body: redeemBody,
    answer: async ({ c, caller, body }, context): Promise<RedeemedPerson & { readonly chart?: string }> => {
      const { token, password, chart: meant } = body
      const named = { ...visitorOf(c), ...body }
      const me = async () => (caller.kind === 'person' ? caller.id : newcomer(c, context, named))
      const { person, link } = await context.access.redeem({ token, password }, me)
      const { chart, role } = link
      const scope = scopeOf(link)
      if (chart === undefined) return { role, scope }
      if (meant !== undefined && meant !== chart) throw new AccessError('wrong-link')
      await present(chart, context)
      context.rooms.accessChanged(chart)
      return { chart, scope, role: (await context.access.roleOf(person, chart)) ?? role }
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/logout',
    summary: 'logout',
    who: 'anyone',
    answer: async ({ c, caller }, context) => {
      deleteCookie(c, sessionCookie, { path: '/' })
      if (caller.kind === 'person') await signOut(caller.session, context)
      return { ok: true }
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/me',
    summary: 'me',
    who: 'signedIn',
    answer: async ({ caller }, { access }): Promise<Myself> => {
      const { administrator, create, catalogue, publishes } = await access.rightsOf(caller)
      return {
        id: signedIn(caller).id,
        ...personOf(caller),
        administrator,
        mayCreate: create,
        mayPublish: publishes(undefined),
        ...(catalogue === undefined ? {} : { catalogue }),
      }
    },
  }),
  apiRoute({
    method: 'put',
    path: '/api/me',
    summary: 'setMe',
    who: 'anyone',
    body: personBody,
    answer: async ({ c, caller, body }, context): Promise<Person> => {
      if (caller.kind === 'script') throw new RequestError('bad-request')
      if (caller.kind === 'person') await context.store.people.rename({ id: caller.id, ...body })
      else if (context.whoMaySave === 'anyone') await newcomer(c, context, body)
      else rememberVisitor(c, context, body)
      return body
    },
  }),
]

function personOf(caller: Caller): Person {
  return {
    name: caller.kind === 'nobody' ? '' : caller.name,
    post: caller.kind === 'person' ? caller.post : '',
  }
}

/** The name of somebody without a link: kept by their own browser, never by the server. */
const visitorCookie = 'qingquan-visitor'

function rememberVisitor(c: Context, context: ServerContext, person: Person): void {
  setCookie(c, visitorCookie, JSON.stringify(person), cookieFor(c, context))
}

function visitorOf(c: Context): Named {
  const kept = getCookie(c, visitorCookie)
  try {
    return personBody.parse(JSON.parse(kept ?? ''))
  } catch {
    return {}
  }
}

interface Named {
  readonly name?: string | undefined
  readonly post?: string | undefined
}

/** Creates a person and a session cookie; answers the id. */
async function newcomer(
  c: Context,
  context: ServerContext,
  { name = '', post = '' }: Named,
): Promise<string> {
  context.quotas.takePerson(addressOf(c, context.trustedProxies))
  const person = { id: context.newId(), name, post }
  await context.store.people.create(person, context.now())
  setCookie(c, sessionCookie, await context.access.begin(person), cookieFor(c, context))
  return person.id
}

function cookieFor(c: Context, { publicUrl }: Pick<ServerContext, 'publicUrl'>) {
  return {
    httpOnly: true,
    sameSite: 'Lax',
    path: prefixOf(publicUrl) || '/',
    maxAge: sessionLife,
    secure:
      new URL(c.req.url).protocol === 'https:' ||
      c.req.header('X-Forwarded-Proto') === 'https' ||
      publicUrl?.startsWith('https:') === true,
  } as const
}
