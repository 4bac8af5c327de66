/**
 * A route of the API as a record with its policy. Order of checks: signed in, right on the
 * chart, body, existence; so an answer does not tell which charts exist. Routes and
 * documentation are generated from the same records.
 */
import type { Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { ZodType } from 'zod'
import type { ApiErrorCode } from '../../protocol/apiErrorCode.ts'
import type { Right, Role } from '../../protocol/roles.ts'
import { apiErrors, apiWords, sayBadField } from '../../text/messages/api.ts'
import type { routeSummary } from '../../text/messages/api.ts'
import type { Caller } from '../access/access.ts'
import { AccessError } from '../access/accessError.ts'
import type { KnownCaller } from '../access/tickets.ts'
import { addressOf } from '../addressOf.ts'
import { workFor } from '../jobs/asker.ts'
import { ownAddressOf } from '../ownAddressOf.ts'
import { RequestError } from '../requestError.ts'
import { StoreError } from '../store/storeError.ts'
import type { ServerContext } from '../serverContext.ts'

export interface ApiRoute<Body = unknown> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** As Hono writes it; `:chart` is the chart that the right is asked for. */
  readonly path: string
  readonly summary: keyof typeof routeSummary
  readonly who: Right | UnitRight | 'anyone'
  /** JSON, checked before anything else is done with it. */
  readonly body?: ZodType<Body>
  /** What is answered; an object is sent as JSON. */
  readonly answer: (asked: ApiRequest<Body>, context: ServerContext) => Promise<Response | object>
}

/**
 * `signedIn`: came by a link. `create`: may make charts on the server. `publish`: owns the
 * chart and may publish. `catalogue`: may see the catalogue.
 */
export type UnitRight = 'signedIn' | 'create' | 'publish' | 'catalogue' | 'administrator'

export interface ApiRequest<Body> {
  readonly c: Context
  readonly caller: Caller
  readonly body: Body
  /** What links begin with; '' where it is not known (`ownAddressOf`). */
  readonly origin: string
  /** '' where the path has none. */
  readonly chart: string
  /** Of the caller on that chart; `viewer` where no right is asked for. */
  readonly role: Role
}

/** Identity; ties the type of a route's body to its `answer`. */
export function apiRoute<Body>(declared: ApiRoute<Body>): ApiRoute {
  return declared as ApiRoute
}

export function addRoute(
  app: Hono,
  { method, path, who, body, answer }: ApiRoute,
  context: ServerContext,
): void {
  app.on(method.toUpperCase(), path, async (c) => {
    const caller = await callerOf(c, context)
    const chart = c.req.param('chart') ?? ''
    const role = await allowed(caller, chart, who, context)
    const read = body === undefined ? undefined : await readBody(c, body)
    const answered = await workFor(askerOf(caller, c, context), async () =>
      answer({ c, caller, body: read, origin: ownAddressOf(c, context), chart, role }, context),
    )
    return answered instanceof Response ? answered : c.json(answered)
  })
}

/** A person or a link; a stranger is known by the address. */
function askerOf(caller: Caller, c: Context, { trustedProxies }: ServerContext): string {
  return caller.kind === 'nobody' ? `address:${addressOf(c, trustedProxies)}` : caller.id
}

export async function callerOf(c: Context, context: ServerContext): Promise<Caller> {
  return context.access.callerOf({
    session: getCookie(c, sessionCookie),
    bearer: /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1],
    password: c.req.header('X-Link-Password'),
    address: addressOf(c, context.trustedProxies),
  })
}

export const sessionCookie = 'qingquan'

async function allowed(
  caller: Caller,
  chart: string,
  who: ApiRoute['who'],
  context: ServerContext,
): Promise<Role> {
  switch (who) {
    case 'anyone':
      return 'viewer'
    case 'signedIn':
    case 'create':
    case 'catalogue':
    case 'administrator':
      await allowedInUnit(caller, who, context)
      return 'viewer'
    case 'publish': {
      const role = await context.access.allow(caller, chart, 'share')
      if (!(await context.access.rightsOf(caller)).publishes(chart)) throw new AccessError('may-not-publish')
      return role
    }
    case 'read':
    case 'write':
    case 'mark':
    case 'reply':
    case 'history':
    case 'restore':
    case 'share':
    case 'cases':
    case 'names':
      return context.access.allow(caller, chart, who)
  }
}

type InUnit = Exclude<UnitRight, 'publish'>

async function allowedInUnit(caller: Caller, who: InUnit, context: ServerContext): Promise<void> {
  const { signedIn: belongs, administrator, create, catalogue } = await context.access.rightsOf(caller)
  if (!belongs) throw new AccessError('not-signed-in')
  if (who === 'create' && !create) throw new AccessError('may-not-create')
  if (who === 'catalogue' && catalogue === undefined) throw new AccessError('no-catalogue')
  if (who === 'administrator' && !administrator) throw new AccessError('no-right')
}

/** Throws an AccessError for a caller without a session or token. */
export function signedIn(caller: Caller): KnownCaller {
  if (caller.kind === 'nobody') throw new AccessError('not-signed-in')
  return caller
}

async function readBody(c: Context, shape: ZodType): Promise<unknown> {
  const text = await c.req.text()
  const read = shaped(shape, text.trim() === '' ? {} : parsed(text))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new RequestError('bad-request', sayBadField(issue?.path.join('.') ?? '', issue?.message ?? ''))
}

function shaped(shape: ZodType, value: unknown) {
  try {
    return shape.safeParse(value)
  } catch (error) {
    // Nested too deeply for any of our bodies.
    if (error instanceof RangeError) throw new RequestError('bad-request', sayBadField('', apiWords.notJson))
    throw error
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RequestError('bad-request', sayBadField('', apiWords.notJson))
  }
}

const statuses: { readonly [C in ApiErrorCode]: 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500 | 503 } = {
  'bad-request': 400,
  'bad-chart': 400,
  'not-signed-in': 401,
  'no-right': 403,
  'may-not-create': 403,
  'may-not-publish': 403,
  'no-catalogue': 403,
  'wrong-link': 401,
  'link-expired': 401,
  'link-used-up': 401,
  'password-needed': 401,
  'wrong-password': 401,
  'not-found': 404,
  'too-large': 413,
  'too-many': 429,
  'foreign-origin': 403,
  refused: 409,
  'cannot-save': 503,
  damaged: 503,
  'over-quota': 429,
  'too-many-jobs': 429,
  busy: 503,
  'took-too-long': 503,
  'our-fault': 500,
}

export function failed(c: Context, code: ApiErrorCode, message: string = apiErrors[code]): Response {
  return c.json({ error: { code, message } }, statuses[code])
}

/** Turns an error into an answer. Unknown errors answer `our-fault` and go to `report` only. */
export function sayFailure(c: Context, error: unknown, report: (error: unknown) => void): Response {
  if (error instanceof AccessError) return failed(c, error.code)
  if (error instanceof RequestError) return failed(c, error.code, error.message)
  report(error)
  if (!(error instanceof StoreError)) return failed(c, 'our-fault')
  return failed(c, error.fault === 'damaged' ? 'damaged' : 'cannot-save')
}
