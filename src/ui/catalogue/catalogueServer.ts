/** The catalogue over HTTP; throws a ServerError, whose message is a sentence for people. */
import { createContext, use } from 'react'
import type { CatalogueAnswer, CatalogueChanged, RenameAnswer } from '../../model/catalogue/answers.ts'
import type { PowerChange } from '../../model/catalogue/changes.ts'
import type { RenameOrder } from '../../model/catalogue/rename.ts'
import type { Id } from '../../model/chart.ts'
import type { ApiError } from '../../protocol/api.ts'
import { serverTrouble } from '../../text/history.ts'
import { ServerError } from '../server/chartServer.ts'

export interface CatalogueServer {
  readonly read: () => Promise<CatalogueAnswer>
  /** How many powers there are. */
  readonly count: () => Promise<number>
  readonly change: (changes: readonly PowerChange[]) => Promise<CatalogueChanged>
  readonly rename: (order: RenameOrder, how: { readonly dryRun: boolean }) => Promise<RenameAnswer>
  /** The chart file. */
  readonly chart: (chart: Id) => Promise<string>
  /** A new chart of one's own, from a chart file; answers its id. */
  readonly make: (file: string) => Promise<Id>
}

export function openCatalogueServer(request: typeof fetch): CatalogueServer {
  const json = async <T>(method: string, path: string, body?: object) =>
    JSON.parse(await asked(request, path, method, body)) as T
  return {
    read: async () => json('GET', '/api/catalogue'),
    count: async () => (await json<{ powers: number }>('GET', '/api/catalogue?only=count')).powers,
    change: async (changes) => json('PATCH', '/api/catalogue', { changes }),
    rename: async (order, { dryRun }) => json('POST', '/api/catalogue/rename', { ...order, dryRun }),
    chart: async (chart) => asked(request, of(chart), 'GET'),
    make: async (file) => (await json<{ id: Id }>('POST', '/api/charts', JSON.parse(file) as object)).id,
  }
}

function of(chart: Id): string {
  return `/api/charts/${encodeURIComponent(chart)}`
}

async function asked(request: typeof fetch, path: string, method: string, body?: object): Promise<string> {
  const init: RequestInit = { method, credentials: 'same-origin' }
  if (body)
    Object.assign(init, { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } })
  const response = await request(path, init).catch(() => {
    throw new ServerError('unreachable', serverTrouble.unreachable)
  })
  if (response.headers.get('Content-Type')?.startsWith('application/json') !== true)
    throw new ServerError('no-server', serverTrouble.noServer)
  const text = await response.text()
  if (response.ok) return text
  const { error } = JSON.parse(text) as ApiError
  throw new ServerError(error.code, error.message)
}

const CatalogueServerContext = createContext<CatalogueServer>(
  openCatalogueServer(async (input, init) => fetch(input, init)),
)

/** The server that this page came from. */
export function useCatalogueServer(): CatalogueServer {
  return use(CatalogueServerContext)
}
