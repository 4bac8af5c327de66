import { useCallback, useMemo } from 'react'
import type { ReviewCommand, Reviewer, ReviewRefusal } from '../../model/review/decide.ts'
import { whyNot } from '../../model/review/decide.ts'
import type { Author } from '../../model/review/mark.ts'
import type { Review, ReviewEvent } from '../../model/review/review.ts'
import { noReview } from '../../model/review/review.ts'
import { may } from '../../protocol/roles.ts'
import { reviewRefusals, reviewText } from '../../text/screen/review.ts'
import type { AppServices } from '../base/appServices.ts'
import { useAppServices } from '../base/appServices.ts'
import { useChartValue } from '../openChart/chartContext.ts'
import { useOpenChart } from '../openChart/openChartContext.ts'
import { useToasts } from '../base/toastContext.ts'
import type { ChartAccess } from '../openChart/session.ts'
import { useSession } from '../openChart/session.ts'
import { useReviewing } from '../openChart/reviewing.ts'

/** Review commands for the open chart. */
export interface ReviewDesk {
  readonly review: Review
  /** Whom an @ can call: those who said something, and the chart's posts. */
  readonly names: readonly string[]
  readonly isMine: (by: Author) => boolean
  /** The reason why it is not allowed; undefined if it is. */
  readonly why: (command: ReviewCommand) => string | undefined
  /** Runs a command, or shows the reason for refusal. Returns whether it succeeded. */
  readonly give: (command: ReviewCommand) => Promise<boolean>
}

export function useReviewDesk(): ReviewDesk {
  const { connection } = useOpenChart()
  const services = useAppServices()
  const { message } = useToasts()
  const access = useSession((session) => session.access)
  const { review: read, online, take } = useReviewing()
  const review = read ?? noReview
  const isMine = useMine(services)
  const why = useCallback(
    (command: ReviewCommand) => {
      if (!online) return reviewText.needsServer
      const code = whyNot(review, command, reviewerOf(access, review, isMine, services.person.read()))
      return code && reviewRefusals[code]
    },
    [online, review, access, isMine, services],
  )
  const give = useCallback(
    async (command: ReviewCommand) => {
      const refused = why(command)
      if (refused !== undefined) {
        void message.warning({ content: refused, key: 'review' })
        return false
      }
      const answer = await connection.command({ do: 'review', command })
      if (answer.ok) {
        take(Number(answer['seq']), answer['event'] as ReviewEvent)
        return true
      }
      void message.warning({ content: sayCode(answer.code), key: 'review', duration: 6 })
      return false
    },
    [why, connection, take, message],
  )
  const posts = useChartValue((chart) => chart.posts)
  const names = useMemo(
    () => [
      ...new Set([...review.events.flatMap(({ by }) => by.name || []), ...posts.map(({ name }) => name)]),
    ],
    [review.events, posts],
  )
  return useMemo(() => ({ review, names, isMine, why, give }), [review, names, isMine, why, give])
}

/** The page knows this person's name, but not their id on the server. */
function useMine({ person }: AppServices): (by: Author) => boolean {
  return useCallback(
    (by) => {
      const me = person.read()
      return me !== undefined && by.name === me.name && by.post === me.post
    },
    [person],
  )
}

function reviewerOf(
  access: ChartAccess,
  review: Review,
  isMine: (by: Author) => boolean,
  known: { readonly name: string; readonly post: string } | undefined,
): Reviewer {
  const me = review.events.map(({ by }) => by).find(isMine) ?? { id: '', name: '', post: '', ...known }
  return { ...me, may: (right) => access !== null && access !== 'none' && may(access, right) }
}

export function sayCode(code: string): string {
  if (code in reviewRefusals) return reviewRefusals[code as ReviewRefusal]
  if (code === 'too-many') return reviewText.tooMany
  return code === 'not-connected' ? reviewText.notConnected : reviewText.badCommand
}
