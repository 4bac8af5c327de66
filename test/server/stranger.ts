/** Asks over HTTP, and looks at everything that comes back. */
import { inspect } from 'node:util'
import type { Outputs } from '../sheet/publicOutputs.ts'

/** As a terminal or a log file shows it, with everything that hangs on it. */
export function shown(thing: unknown): string {
  return typeof thing === 'string' ? thing : inspect(thing, { depth: 10, showHidden: true })
}

export interface Question {
  readonly method: string
  readonly path: string
  readonly token?: string | undefined
  readonly body?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly outputs: Outputs
}

/** Everything that comes back, as it comes. */
export async function ask(url: string, { method, path, token, body, headers }: Question): Promise<Answer> {
  const answer = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: { ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }), ...headers },
    ...(body === undefined || method === 'GET' || method === 'HEAD' ? {} : { body }),
  })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const said = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
  const outputs = {
    status: answer.statusText,
    headers: said,
    decodedHeaders: decodeURIComponent(said.replaceAll(/%(?![0-9a-f]{2})/giu, '%25')),
    body: bytes,
  }
  return { status: answer.status, headers: answer.headers, outputs }
}
