import { after, noReview, type Review, type ReviewEvent } from './review.ts'

/** Every state that was approved (审定), the oldest first: each is in force from then on. */
export function approvals(events: readonly ReviewEvent[]): readonly NonNullable<Review['approved']>[] {
  const found: NonNullable<Review['approved']>[] = []
  events.reduce((before, event) => {
    const review = after(before, event)
    if (review.approved && review.approved !== before.approved) found.push(review.approved)
    return review
  }, noReview)
  return found
}
