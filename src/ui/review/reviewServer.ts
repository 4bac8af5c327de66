/** What the server says of reviews over HTTP; throws a ServerError, whose message is a sentence for people. */
import { createContext, use } from 'react'
import type { Id } from '../../model/chart.ts'
import type { ReviewCommand } from '../../model/review/decide.ts'
import type { ReviewMark } from '../../model/review/mark.ts'
import type { NoticeState, Review, ReviewEvent } from '../../model/review/review.ts'
import type { ApiError } from '../../protocol/api.ts'
import type { Role } from '../../protocol/roles.ts'
import { serverTrouble } from '../../text/history.ts'
import { ServerError } from '../server/chartServer.ts'

/** A chart in the working list, with where its review stands. */
export interface ListedReview {
  readonly id: Id
  readonly title: string
  readonly unit: string
  readonly role: Role
  /** Id of the ladder. */
  readonly ladder: string
  readonly rung: number
  readonly approved?: Review['approved']
  readonly marks: readonly ReviewMark[]
  readonly unsettled: number
  readonly notices: readonly NoticeState[]
}

export interface ReviewServer {
  readonly events: (chart: Id) => Promise<readonly ReviewEvent[]>
  readonly list: () => Promise<readonly ListedReview[]>
  readonly give: (chart: Id, command: ReviewCommand) => Promise<void>
}

export function openReviewServer(request: typeof fetch): ReviewServer {
  return {
    events: async (chart) => {
      const { events } = (await asked(request, of(chart))) as { readonly events: readonly ReviewEvent[] }
      return events
    },
    list: async () => {
      const { charts } = (await asked(request, '/api/review')) as { readonly charts: readonly ListedReview[] }
      return charts
    },
    give: async (chart, command) => {
      const body = JSON.stringify(command)
      await asked(request, of(chart), {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/json' },
      })
    },
  }
}

function of(chart: Id): string {
  return `/api/charts/${encodeURIComponent(chart)}/review`
}

async function asked(request: typeof fetch, path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await request(path, { ...init, credentials: 'same-origin' }).catch(() => {
    throw new ServerError('unreachable', serverTrouble.unreachable)
  })
  if (response.headers.get('Content-Type')?.startsWith('application/json') !== true)
    throw new ServerError('no-server', serverTrouble.noServer)
  const body: unknown = await response.json()
  if (response.ok) return body
  const { error } = body as ApiError
  throw new ServerError(error.code, error.message)
}

const ReviewServerContext = createContext<ReviewServer>(
  openReviewServer(async (input, init) => fetch(input, init)),
)

/** The server that this page came from. */
export function useReviewServer(): ReviewServer {
  return use(ReviewServerContext)
}
