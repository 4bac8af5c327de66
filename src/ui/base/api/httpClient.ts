/**
 * HTTP requests to the page's server. Every request returns an answer or throws a ServerError
 * whose message can be shown to people.
 */
import type { Id } from '../../../model/chart.ts'
import type { ApiError } from '../../../protocol/api.ts'
import type { ApiErrorCode } from '../../../protocol/apiErrorCode.ts'
import { serverTrouble } from '../../../text/screen/serverTrouble.ts'

/** `unreachable`: no answer. `no-server`: the answer is not from a server of this product. */
export type ServerFault = ApiErrorCode | 'unreachable' | 'no-server'

export class ServerError extends Error {
  override readonly name = 'ServerError'
  readonly fault: ServerFault

  constructor(fault: ServerFault, message: string) {
    super(message)
    this.fault = fault
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface HttpClient {
  readonly json: <T>(method: Method, path: string, body?: object) => Promise<T>
  /** The JSON of the response body, unparsed. */
  readonly text: (method: Method, path: string, body?: object) => Promise<string>
  readonly bytes: (path: string, type: string) => Promise<Uint8Array<ArrayBuffer>>
}

export function openHttpClient(request: typeof fetch): HttpClient {
  const answered = async (method: Method, path: string, type: string, body?: object): Promise<Response> => {
    const init: RequestInit = { method, credentials: 'same-origin' }
    if (body)
      Object.assign(init, { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } })
    const response = await request(path, init).catch(() => {
      throw new ServerError('unreachable', serverTrouble.unreachable)
    })
    if (response.ok && response.headers.get('Content-Type')?.startsWith(type)) return response
    throw errorOf(await response.text())
  }
  const text: HttpClient['text'] = async (method, path, body) =>
    (await answered(method, path, 'application/json', body)).text()
  return {
    text,
    json: async (method, path, body) => JSON.parse(await text(method, path, body)),
    bytes: async (path, type) => new Uint8Array(await (await answered('GET', path, type)).arrayBuffer()),
  }
}

export function apiPath(chart: Id, path = ''): string {
  return `/api/charts/${encodeURIComponent(chart)}${path}`
}

/** The message to show for a failed call. */
export function sayServerError(error: unknown): string {
  if (error instanceof ServerError) return error.message
  return error instanceof SyntaxError || error instanceof TypeError
    ? serverTrouble.unknown
    : String(error instanceof Error ? error.message : error)
}

/** A static web server answers API paths with an HTML page or with its own error. */
function errorOf(text: string): ServerError {
  try {
    const { error } = JSON.parse(text) as ApiError
    return new ServerError(error.code, error.message)
  } catch {
    return new ServerError('no-server', serverTrouble.noServer)
  }
}
