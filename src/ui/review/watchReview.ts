/** Keeps up with the events of a review: read once, then heard one by one; after a gap, read again. */
import type { Connection } from '../../collab/connection.ts'
import type { Review, ReviewEvent } from '../../model/review/review.ts'
import { after, reviewOf } from '../../model/review/review.ts'

export interface ReviewUpdate {
  readonly review: Review | null
  /** What reading threw last; null where it went well. */
  readonly failed: unknown
  readonly online: boolean
}

interface WatchParts {
  readonly connection: Pick<Connection, 'state' | 'onChange' | 'onNotice'>
  readonly read: () => Promise<readonly ReviewEvent[]>
  readonly tell: (heard: ReviewUpdate) => void
}

export interface ReviewWatcher {
  readonly again: () => void
  readonly take: (seq: number, event: ReviewEvent) => void
  readonly close: () => void
}

/** Tells at once, and whenever something is new. What was read stays when the connection goes. */
export function watchReview({ connection, read, tell }: WatchParts): ReviewWatcher {
  const isOnline = () => connection.state().status === 'online'
  let heard: ReviewUpdate = { review: null, failed: null, online: isOnline() }
  let newest = 0
  const now = (change: Partial<ReviewUpdate>) => {
    heard = { ...heard, ...change }
    tell(heard)
  }
  const again = () => {
    const call = (newest += 1)
    read().then(
      (events) => {
        if (call !== newest) return
        // A notice can overtake the answer; events are only ever added.
        const known = heard.review?.events.length ?? 0
        now({ failed: null, ...(events.length >= known ? { review: reviewOf(events) } : {}) })
      },
      (failed: unknown) => {
        if (call === newest) now({ failed })
      },
    )
  }
  const take = (seq: number, event: ReviewEvent) => {
    const known = heard.review?.events.length ?? 0
    if (heard.review && seq === known + 1) now({ review: after(heard.review, event) })
    else if (seq > known) again()
  }
  const stopNotices = connection.onNotice((body) => {
    if (isReviewNotice(body)) take(body.seq, body.event)
  })
  const stopState = connection.onChange(() => {
    if (isOnline() === heard.online) return
    now({ online: isOnline() })
    // Whatever happened meanwhile was told to others only.
    if (heard.online) again()
  })
  tell(heard)
  again()
  return {
    again,
    take,
    close: () => {
      newest += 1
      stopNotices()
      stopState()
    },
  }
}

interface ReviewNotice {
  readonly about: 'review'
  readonly seq: number
  readonly event: ReviewEvent
}

function isReviewNotice(body: unknown): body is ReviewNotice {
  return typeof body === 'object' && body !== null && 'about' in body && body.about === 'review'
}
