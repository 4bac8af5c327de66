/** Asks a server of ours over HTTP. Failures are CommandErrors in Chinese; a token is never printed. */
import { publishCommand as words } from '../text/messages/batchPublish.ts'
import { CommandError, type Io } from './cliCommand.ts'

/** GET without a body, POST with one. */
export type AskServer = <T>(token: string, path: string, body?: object) => Promise<T>

export function openAsking(request: typeof fetch, server: string): AskServer {
  return async <T>(token: string, path: string, body?: object): Promise<T> =>
    (await answered(request, server, path, {
      method: body ? 'POST' : 'GET',
      // No redirects: a token is only sent to the server that was named.
      redirect: 'error',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })) as T
}

/** The origin of `--server`. */
export function serverOption(written: string | undefined): string {
  const isAddress = written !== undefined && /^https?:\/\//.test(written) && URL.canParse(written)
  if (!isAddress) throw new CommandError(words.noServer, 2)
  return new URL(written).origin
}

/** Of `--token-file` or QINGQUAN_TOKEN, one per line: a link, or the token after its #. */
export async function tokensOption(tokenFile: string | undefined, io: Io): Promise<readonly string[]> {
  const written =
    tokenFile === undefined
      ? (process.env['QINGQUAN_TOKEN'] ?? '')
      : new TextDecoder().decode(await io.readFile(tokenFile))
  const tokens = written
    .split(/\s+/)
    .map((word) => word.slice(word.indexOf('#') + 1))
    .filter((token) => token !== '')
  if (tokens.length === 0) throw new CommandError(words.noToken, tokenFile === undefined ? 2 : 1)
  return tokens
}

async function answered(
  request: typeof fetch,
  server: string,
  path: string,
  init: RequestInit,
): Promise<unknown> {
  const response = await request(new URL(path, server), init).catch((cause: unknown) => {
    throw new CommandError(words.unreachable(server), 1, { cause })
  })
  const said = await read(response)
  if (said === undefined) throw new CommandError(words.notOurs(server), 1)
  if (response.ok) return said
  const { error } = said as { readonly error?: { readonly message?: unknown } }
  throw new CommandError(typeof error?.message === 'string' ? error.message : words.notOurs(server), 1)
}

/** The JSON body; undefined if it is none, in which case the server is not ours. */
async function read(response: Response): Promise<object | undefined> {
  const said: unknown = await response.json().catch(() => undefined)
  return typeof said === 'object' && said !== null ? said : undefined
}
