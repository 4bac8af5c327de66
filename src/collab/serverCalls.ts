/** HTTP calls of the page, and how missing or foreign answers are classified. */
import type { ChartStanding, Person, RedeemedPerson, Ticket } from '../protocol/api.ts'
import type { ApiErrorCode } from '../protocol/apiErrorCode.ts'
import type { TicketAnswer } from './connectionParts.ts'
import type { WhyOffline } from './connectionState.ts'

/** `no-network`: nothing answered. `no-server`: what answered is no server of ours. */
export type CallFault = ApiErrorCode | 'no-network' | 'no-server'

export type Called<T> =
  | { readonly ok: true; readonly body: T }
  | { readonly ok: false; readonly code: CallFault }

export interface Entry extends Person {
  /** None: the administrator's link. */
  readonly chart?: string
  readonly token: string
  readonly password?: string
}

export interface ServerCalls {
  readonly ticket: (chart: string) => Promise<Called<Ticket>>
  /** Registers a chart that was made in this browser. */
  readonly register: (chart: string) => Promise<Called<unknown>>
  /** States name and post; starts a session if there is none. */
  readonly sayWho: (person: Person) => Promise<Called<unknown>>
  /** How this browser's person stands with a chart. */
  readonly standing: (chart: string) => Promise<Called<ChartStanding>>
  readonly redeem: (entry: Entry) => Promise<Called<RedeemedPerson>>
}

type Method = 'GET' | 'POST' | 'PUT'

/**
 * The calls of the page over HTTP. `fetch` is the browser's or a substitute; paths are of the
 * same origin. No call rejects: a failure is answered as a `CallFault`.
 */
export function serverCalls(fetch: (path: string, init: RequestInit) => Promise<Response>): ServerCalls {
  const call = async <T>(method: Method, path: string, body?: unknown): Promise<Called<T>> => {
    try {
      const response = await fetch(path, {
        method,
        ...(body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
      })
      return await understood<T>(response)
    } catch {
      return { ok: false, code: 'no-network' }
    }
  }
  return {
    ticket: async (chart) => call('POST', `/api/charts/${chart}/ticket`),
    register: async (chart) => call('PUT', `/api/charts/${chart}`),
    sayWho: async (person) => call('PUT', '/api/me', person),
    standing: async (chart) => call('GET', `/api/charts/${chart}/standing`),
    redeem: async (entry) => call('POST', '/api/redeem', entry),
  }
}

async function understood<T>(response: Response): Promise<Called<T>> {
  const isJson = response.headers.get('Content-Type')?.includes('json') ?? false
  if (response.status === 204) return { ok: true, body: undefined as T }
  // A gateway answers in HTML while the server restarts.
  if (!isJson) return { ok: false, code: response.status >= 500 ? 'our-fault' : 'no-server' }
  const body = (await response.json()) as T & { readonly error?: { readonly code?: ApiErrorCode } }
  if (response.ok) return { ok: true, body }
  return { ok: false, code: body.error?.code ?? 'no-server' }
}

/**
 * Asks for a ticket for a chart. A chart that was made in this browser and is not on the
 * server yet is registered first, without a name: nobody must identify themselves before their
 * work is safe. Never rejects; a failure is a `CallFault`.
 */
export async function admission(
  calls: ServerCalls,
  chart: string,
  unregistered: Person | undefined,
): Promise<TicketAnswer> {
  if (unregistered) {
    const known = await calls.sayWho(unregistered)
    if (!known.ok) return { ok: false, why: whyOf(known.code) }
    const registered = await calls.register(chart)
    if (!registered.ok) return { ok: false, why: whyOf(registered.code) }
  }
  const answer = await calls.ticket(chart)
  return answer.ok ? { ok: true, ...answer.body } : { ok: false, why: whyOf(answer.code) }
}

function whyOf(code: CallFault): WhyOffline {
  switch (code) {
    case 'no-network':
    case 'no-server':
    case 'not-signed-in':
    case 'no-right':
      return code
    case 'foreign-origin':
      return 'proxy'
    case 'may-not-create':
      return 'not-signed-in'
    case 'not-found':
      return 'deleted'
    default:
      return 'server-trouble'
  }
}
