/**
 * The server's HTTP API as the page calls it. Every call answers what api.ts promises or
 * throws a ServerError, whose message is a sentence for people.
 */
import { createContext, use } from 'react'
import type {
  ApiError,
  ApiErrorCode,
  CreatedLink,
  CreatedPublication,
  JournalEntry,
  ListedChart,
  NewLink,
  NewPublication,
  Publication,
  PublicationPreview,
  PublicationWish,
  Revision,
  RevisionKind,
  ShareLink,
} from '../../protocol/api.ts'
import type { Id } from '../../model/chart.ts'
import { serverTrouble } from '../../text/history.ts'

/** `unreachable`: nobody answered. `no-server`: who answered is no server of ours. */
export type ServerFault = ApiErrorCode | 'unreachable' | 'no-server'

export class ServerError extends Error {
  override readonly name = 'ServerError'
  readonly fault: ServerFault

  constructor(fault: ServerFault, message: string) {
    super(message)
    this.fault = fault
  }
}

export interface ChartServer {
  readonly charts: () => Promise<readonly ListedChart[]>
  readonly bin: () => Promise<readonly ListedChart[]>
  /** To the bin, for 30 days. */
  readonly remove: (chart: Id) => Promise<void>
  readonly putBack: (chart: Id) => Promise<void>
  readonly links: (chart: Id) => Promise<readonly ShareLink[]>
  readonly makeLink: (chart: Id, link: NewLink) => Promise<CreatedLink>
  readonly revokeLink: (chart: Id, link: Id) => Promise<void>
  /** The newest first. */
  readonly revisions: (chart: Id) => Promise<readonly Revision[]>
  readonly keepRevision: (chart: Id, name: string, kind: RevisionKind) => Promise<Revision>
  /** The chart file of a revision. */
  readonly revision: (chart: Id, revision: Id) => Promise<string>
  /** The newest first, of changes after `since` (ms since 1970). */
  readonly journal: (chart: Id, since: number) => Promise<readonly JournalEntry[]>
  /** What was public when, the newest first. */
  readonly publications: (chart: Id) => Promise<readonly Publication[]>
  readonly previewPublication: (chart: Id, wish: PublicationWish) => Promise<PublicationPreview>
  readonly publish: (chart: Id, publication: NewPublication) => Promise<CreatedPublication>
  readonly withdraw: (chart: Id, publication: Id) => Promise<void>
}

export function openChartServer(request: typeof fetch): ChartServer {
  const call = caller(request)
  const json = async <T>(method: string, path: string, body?: object) =>
    JSON.parse(await call(method, path, body)) as T
  const done = async (method: string, path: string) => void (await call(method, path))
  return {
    charts: async () => (await json<{ charts: ListedChart[] }>('GET', '/api/charts')).charts,
    bin: async () => (await json<{ charts: ListedChart[] }>('GET', '/api/charts?bin=1')).charts,
    remove: async (chart) => done('DELETE', of(chart)),
    putBack: async (chart) => done('POST', of(chart, '/putBack')),
    links: async (chart) => (await json<{ links: ShareLink[] }>('GET', of(chart, '/links'))).links,
    makeLink: async (chart, link) => json('POST', of(chart, '/links'), link),
    revokeLink: async (chart, link) => done('DELETE', of(chart, `/links/${encodeURIComponent(link)}`)),
    revisions: async (chart) =>
      (await json<{ revisions: Revision[] }>('GET', of(chart, '/revisions'))).revisions,
    keepRevision: async (chart, name, kind) => json('POST', of(chart, '/revisions'), { name, kind }),
    revision: async (chart, revision) => call('GET', of(chart, `/revisions/${encodeURIComponent(revision)}`)),
    journal: async (chart, since) =>
      (await json<{ entries: JournalEntry[] }>('GET', of(chart, `/journal?since=${since}`))).entries,
    publications: async (chart) =>
      (await json<{ publications: Publication[] }>('GET', of(chart, '/publications'))).publications,
    previewPublication: async (chart, wish) => json('POST', of(chart, '/publications/preview'), wish),
    publish: async (chart, publication) => json('POST', of(chart, '/publications'), publication),
    withdraw: async (chart, publication) =>
      done('DELETE', of(chart, `/publications/${encodeURIComponent(publication)}`)),
  }
}

function of(chart: Id, path = ''): string {
  return `/api/charts/${encodeURIComponent(chart)}${path}`
}

function caller(request: typeof fetch) {
  return async (method: string, path: string, body?: object): Promise<string> => {
    const init: RequestInit = { method, credentials: 'same-origin' }
    if (body) Object.assign(init, { body: JSON.stringify(body), headers })
    const response = await request(path, init).catch(() => {
      throw new ServerError('unreachable', serverTrouble.unreachable)
    })
    const text = await response.text()
    const isOurs = response.headers.get('Content-Type')?.startsWith('application/json') === true
    if (response.ok && isOurs) return text
    throw errorOf(isOurs ? text : '')
  }
}

const headers = { 'Content-Type': 'application/json' }

/** A web server that hands out the page's files alone answers with a page, or with an error of its own. */
function errorOf(text: string): ServerError {
  try {
    const { error } = JSON.parse(text) as ApiError
    return new ServerError(error.code, error.message)
  } catch {
    return new ServerError('no-server', serverTrouble.noServer)
  }
}

/** The browser's own network where the front door hands in no other. */
const ServerContext = createContext<ChartServer>(openChartServer(async (input, init) => fetch(input, init)))

/** The server that this page came from. */
export function useServer(): ChartServer {
  return use(ServerContext)
}

/** What to say of a call that failed. */
export function sayServerError(error: unknown): string {
  if (error instanceof ServerError) return error.message
  return error instanceof SyntaxError || error instanceof TypeError
    ? serverTrouble.unknown
    : String(error instanceof Error ? error.message : error)
}
