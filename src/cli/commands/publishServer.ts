/** API client of `batch publish`. Failures are CommandErrors in Chinese; a token is never printed. */
import type { CatalogueAnswer } from '../../model/catalogue/answers.ts'
import type { CatalogueChart } from '../../model/catalogue/row.ts'
import type { PublicationPreviewFiles } from '../../server/publication/examination.ts'
import { publishCommand as words } from '../../text/messages/batchPublish.ts'
import { CommandError } from '../cliCommand.ts'

/** A chart, and the token with the most rights on it. */
export interface ReachedChart extends CatalogueChart {
  readonly token: string
}

export interface PublishServer {
  /** All charts that the tokens open, without duplicates. */
  readonly charts: () => Promise<readonly ReachedChart[]>
  readonly preview: (chart: ReachedChart) => Promise<PublicationPreviewFiles>
  /** Publishes; resolves with the address of the public page. */
  readonly publish: (chart: ReachedChart, review: Reviewed) => Promise<string>
}

export interface Reviewed {
  readonly reviewedBy: string
  readonly hash: string
  /** Why charts with open matters are published all the same. */
  readonly despite?: string
}

export function openPublishServer(
  request: typeof fetch,
  server: string,
  tokens: readonly string[],
): PublishServer {
  const ask = async <T>(token: string, path: string, body?: object): Promise<T> =>
    (await answered(request, server, path, {
      method: body ? 'POST' : 'GET',
      // No redirects: a token is only sent to the server that was named.
      redirect: 'error',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })) as T
  return {
    charts: async () => {
      const reached = new Map<string, ReachedChart>()
      for (const token of tokens) {
        const { charts } = await ask<CatalogueAnswer>(token, '/api/catalogue?only=charts')
        for (const chart of charts)
          if (reached.get(chart.id)?.role !== 'owner') reached.set(chart.id, { ...chart, token })
      }
      return [...reached.values()]
    },
    preview: async (chart) => ask(chart.token, of(chart, '/preview'), {}),
    publish: async (chart, review) => {
      const { link } = await ask<{ readonly link: string }>(chart.token, of(chart, ''), review)
      return new URL(link, server).href
    },
  }
}

function of({ id }: ReachedChart, path: string): string {
  return `/api/charts/${encodeURIComponent(id)}/publications${path}`
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
