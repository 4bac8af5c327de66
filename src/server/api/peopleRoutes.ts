/** Routes of sessions: opening a link, stating name and post. */
import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { Myself, Person, RedeemedPerson } from '../../protocol/api.ts'
import { AccessError } from '../access/access.ts'
import type { Caller } from '../access/access.ts'
import { present } from './chartRoutes.ts'
import type { ServerContext } from '../serverContext.ts'
import type { ApiRoute } from './route.ts'
import { prefixOf } from '../listener.ts'
import { RequestError } from '../requestError.ts'
import { signedIn, apiRoute, sessionCookie } from './route.ts'

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
      const me = async () => (caller.kind === 'person' ? caller.id : newcomer(c, context, body))
      const { person, chart, role } = await context.access.redeem({ token, password }, me)
      if (chart === undefined) return { role }
      if (meant !== undefined && meant !== chart) throw new AccessError('wrong-link')
      await present(chart, context)
      context.rooms.accessChanged(chart)
      return { chart, role: (await context.access.roleOf(person, chart)) ?? role }
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/me',
    summary: 'me',
    who: 'signedIn',
    answer: async ({ caller }, context): Promise<Myself> => ({
      id: signedIn(caller).id,
      ...personOf(caller),
      administrator: await context.access.isAdministrator(caller),
    }),
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
      else await newcomer(c, context, body)
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
  const person = { id: context.newId(), name, post }
  await context.store.people.create(person, context.now())
  setCookie(c, sessionCookie, await context.access.begin(person), {
    httpOnly: true,
    sameSite: 'Lax',
    path: prefixOf(context.publicUrl) || '/',
    maxAge: sessionLife,
    secure:
      new URL(c.req.url).protocol === 'https:' ||
      c.req.header('X-Forwarded-Proto') === 'https' ||
      context.publicUrl?.startsWith('https:') === true,
  })
  return person.id
}
