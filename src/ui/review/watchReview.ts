/** Follows the events of a review: one full read, then single events; after a gap, a full read again. */
import type { Connection } from '../../collab/connection.ts'
import type { Review, ReviewEvent } from '../../model/review/review.ts'
import { after, reviewOf } from '../../model/review/review.ts'

export interface ReviewUpdate {
  readonly review: Review | null
  /** Error of the last read; null if it succeeded. */
  readonly failed: unknown
  readonly online: boolean
}

interface WatchParts {
  readonly connection: Pick<Connection, 'state' | 'onChange' | 'onNotice'>
  readonly read: () => Promise<readonly ReviewEvent[]>
  readonly onUpdate: (latest: ReviewUpdate) => void
}

export interface ReviewWatcher {
  readonly again: () => void
  readonly take: (seq: number, event: ReviewEvent) => void
  readonly close: () => void
}

/** Calls `onUpdate` at once and after every change. Keeps the last data when disconnected. */
export function watchReview({ connection, read, onUpdate }: WatchParts): ReviewWatcher {
  const isOnline = () => connection.state().status === 'online'
  let latest: ReviewUpdate = { review: null, failed: null, online: isOnline() }
  let newest = 0
  const now = (change: Partial<ReviewUpdate>) => {
    latest = { ...latest, ...change }
    onUpdate(latest)
  }
  const again = () => {
    const call = (newest += 1)
    read().then(
      (events) => {
        if (call !== newest) return
        // A notice may arrive before the answer; events are append-only, so keep the longer list.
        const known = latest.review?.events.length ?? 0
        now({ failed: null, ...(events.length >= known ? { review: reviewOf(events) } : {}) })
      },
      (failed: unknown) => {
        if (call === newest) now({ failed })
      },
    )
  }
  const take = (seq: number, event: ReviewEvent) => {
    const known = latest.review?.events.length ?? 0
    if (latest.review && seq === known + 1) now({ review: after(latest.review, event) })
    else if (seq > known) again()
  }
  const stopNotices = connection.onNotice((body) => {
    if (isReviewNotice(body)) take(body.seq, body.event)
  })
  const stopState = connection.onChange(() => {
    if (isOnline() === latest.online) return
    now({ online: isOnline() })
    // Events during a disconnection were missed, so read again.
    if (latest.online) again()
  })
  onUpdate(latest)
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
