/**
 * The review of the chart that is open, as far as this page has heard. Light enough for
 * the first load: whoever fills it (watchReview.ts) comes later.
 */
import { create } from 'zustand'
import type { Id } from '../../model/chart.ts'
import type { ReviewMark } from '../../model/review/mark.ts'
import type { Review, ReviewEvent } from '../../model/review/review.ts'

export interface Reviewing {
  /** Null until it was read. */
  readonly review: Review | null
  /** Why it could not be read last time, in words; null where it could. */
  readonly trouble: string | null
  /** Commands reach the server. */
  readonly online: boolean
  /** Marks that are not settled yet, by the step at which they are seen. */
  readonly unsettled: ReadonlyMap<Id, readonly ReviewMark[]>
  /** Reads it again. */
  readonly again: () => void
  /** What a command became, told in the answer; the notice may come before or after. */
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
