/** Who one is: a link opened, a name and a post said once. */
import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { Myself, Person, RedeemedPerson } from '../../protocol/api.ts'
import { AccessError } from '../access/access.ts'
import type { Caller } from '../access/access.ts'
import { present } from './charts.ts'
import type { ServerContext } from './serverContext.ts'
import type { ApiRoute } from './route.ts'
import { signedIn, RequestError, apiRoute, sessionCookie } from './route.ts'

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
    answer: async ({ c, caller, body }, office): Promise<RedeemedPerson & { readonly chart?: string }> => {
      const { token, password, chart: meant } = body
      const me = async () => (caller.kind === 'person' ? caller.id : newcomer(c, office, body))
      const { person, chart, role } = await office.access.redeem({ token, password }, me)
      if (chart === undefined) return { role }
      if (meant !== undefined && meant !== chart) throw new AccessError('wrong-link')
      await present(chart, office)
      office.rooms.accessChanged(chart)
      return { chart, role: (await office.access.roleOf(person, chart)) ?? role }
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/me',
    summary: 'me',
    who: 'signedIn',
    answer: async ({ caller }, office): Promise<Myself> => ({
      id: signedIn(caller).id,
      ...personOf(caller),
      administrator: await office.access.isAdministrator(caller),
    }),
  }),
  apiRoute({
    method: 'put',
    path: '/api/me',
    summary: 'setMe',
    who: 'anyone',
    body: personBody,
    answer: async ({ c, caller, body }, office): Promise<Person> => {
      if (caller.kind === 'script') throw new RequestError('bad-request')
      if (caller.kind === 'person') await office.store.people.rename({ id: caller.id, ...body })
      else await newcomer(c, office, body)
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

/** Somebody whom this server has not met: known from now on by the session's cookie. Answers the id. */
async function newcomer(c: Context, office: ServerContext, { name = '', post = '' }: Named): Promise<string> {
  const person = { id: office.newId(), name, post }
  await office.store.people.create(person, office.now())
  setCookie(c, sessionCookie, await office.access.begin(person), {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: sessionLife,
    secure: new URL(c.req.url).protocol === 'https:' || c.req.header('X-Forwarded-Proto') === 'https',
  })
  return person.id
}
