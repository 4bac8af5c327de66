/** Reviews over HTTP. Throws a ServerError whose message can be shown to people. */
import type { Id } from '../../../model/chart.ts'
import type { ReviewCommand } from '../../../model/review/decide.ts'
import type { ApprovalStage } from '../../../model/review/ladder.ts'
import type { ReviewMark } from '../../../model/review/mark.ts'
import type { NoticeState, Review, ReviewEvent } from '../../../model/review/review.ts'
import type { TodoList } from '../../../model/review/todosOf.ts'
import type { Role } from '../../../protocol/roles.ts'
import { apiPath, type HttpClient } from './httpClient.ts'

/** A chart in the working list, with the state of its review. */
export interface ListedReview {
  readonly id: Id
  readonly title: string
  readonly unit: string
  readonly role: Role
  /** Id of the ladder, and its rungs: a unit may have its own. */
  readonly ladder: string
  readonly rungs: readonly ApprovalStage[]
  readonly rung: number
  readonly approved?: Review['approved']
  readonly marks: readonly ReviewMark[]
  readonly unsettled: number
  readonly notices: readonly NoticeState[]
}

export interface ReviewApi {
  readonly events: (chart: Id) => Promise<readonly ReviewEvent[]>
  /** What waits for this person, over all charts. */
  readonly todo: () => Promise<TodoList>
  readonly list: () => Promise<readonly ListedReview[]>
  readonly give: (chart: Id, command: ReviewCommand) => Promise<void>
}

export function openReviewApi({ json }: HttpClient): ReviewApi {
  return {
    events: async (chart) => (await json<{ events: ReviewEvent[] }>('GET', apiPath(chart, '/review'))).events,
    todo: async () => json('GET', '/api/todo'),
    list: async () => (await json<{ charts: ListedReview[] }>('GET', '/api/review')).charts,
    give: async (chart, command) => void (await json('POST', apiPath(chart, '/review'), command)),
  }
}
