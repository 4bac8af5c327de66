/**
 * The connection over plain requests (`protocol/README.md`): `POST /sync/<chart>/poll?ticket=…` opens
 * one and answers its secret; `POST …/poll/<secret>/send` brings frames, `…/hear` waits for some.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { closingHeader, frameBody, framesOfBody } from '../../protocol/frameBody.ts'
import { newToken } from '../access/secrets.ts'
import type { PolledSocket } from './polledSocket.ts'
import { openPolledSocket } from './polledSocket.ts'
import type { RawSocket } from './socket.ts'

export interface PollingParts {
  /** Lets somebody in as the upgrade of a WebSocket would; a number is the status of the refusal. */
  readonly enter: (request: IncomingMessage, chart: string, ticket: string) => Promise<Entered | number>
  /** Bytes of one frame; a request may bring two such. */
  readonly limit: number
  readonly prefix: string
}

export interface Entered {
  readonly join: (socket: RawSocket) => void
}

/** Answers the request if it is one of these; false if it is another. */
export type PollingSync = (request: IncomingMessage, response: ServerResponse) => boolean

/** WebSocket's own code: the frame was larger than any server takes. */
const messageTooBig = 1009

/** ms that a request waits for something to tell: below the patience of usual proxies. */
const patience = 20_000

export function openPollingSync({ enter, limit, prefix }: PollingParts): PollingSync {
  const open = new Map<string, PolledSocket>()
  const begin = async (request: IncomingMessage, response: ServerResponse, chart: string, ticket: string) => {
    const entered = await enter(request, chart, ticket)
    if (typeof entered === 'number') return answer(response, entered)
    const secret = newToken()
    const polled = openPolledSocket()
    open.set(secret, polled)
    polled.socket.once('close', () => open.delete(secret))
    entered.join(polled.socket)
    answer(response, 200, Buffer.from(secret))
  }
  const goOn = async (request: IncomingMessage, response: ServerResponse, secret: string, what: string) => {
    const polled = open.get(secret)
    if (!polled || polled.isOver()) return answer(response, 410)
    if (what === 'close') {
      polled.socket.terminate()
      return answer(response, 204)
    }
    if (what === 'send') {
      const body = await bodyOf(request, 2 * limit)
      const frames = body && framesOfBody(body)
      if (!frames) return answer(response, body ? 400 : 413)
      if (frames.some((frame) => frame.length > limit)) polled.socket.close(messageTooBig)
      else await polled.hear(frames)
      return answer(response, 204)
    }
    const { frames, closed } = await polled.tell(patience)
    if (closed !== undefined) response.setHeader(closingHeader, String(closed))
    answer(response, 200, frameBody(frames))
  }
  return (request, response) => {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2)
    const within = path.startsWith(prefix) ? path.slice(prefix.length) : path
    const [, chart, secret, what] =
      /^\/sync\/([\w-]+)\/poll(?:\/([\w-]+)\/(send|hear|close))?$/.exec(within) ?? []
    if (chart === undefined || request.method !== 'POST') return false
    const done =
      secret === undefined
        ? begin(request, response, chart, new URLSearchParams(query).get('ticket') ?? '')
        : goOn(request, response, secret, what ?? '')
    done.catch(() => response.destroy())
    return true
  }
}

function answer(response: ServerResponse, status: number, body?: Uint8Array): void {
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    'Content-Type': 'application/octet-stream',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(body)
}

/** Undefined where it is longer than allowed. */
async function bodyOf(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > limit) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}
