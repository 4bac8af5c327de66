/**
 * The last known review of the open chart. Small enough for the initial bundle; watchReview.ts,
 * which fills it, is loaded later.
 */
import { create } from 'zustand'
import type { Id } from '../../model/chart.ts'
import type { ReviewMark } from '../../model/review/mark.ts'
import type { Review, ReviewEvent } from '../../model/review/review.ts'

export interface Reviewing {
  /** Null until it is loaded. */
  readonly review: Review | null
  /** Error message of the last load; null if it succeeded. */
  readonly trouble: string | null
  /** Whether commands can reach the server. */
  readonly online: boolean
  /** Open marks by the step at which they are shown. */
  readonly unsettled: ReadonlyMap<Id, readonly ReviewMark[]>
  /** Reloads it. */
  readonly again: () => void
  /** Applies the result of a command; the server's notice may arrive before or after it. */
  readonly take: (seq: number, event: ReviewEvent) => void
}

export const noReviewing: Reviewing = {
  review: null,
  trouble: null,
  online: false,
  unsettled: new Map(),
  again: () => undefined,
  take: () => undefined,
}

export const useReviewing = create<Reviewing>(() => noReviewing)
