/** Which charts are posted when many are, and why the others are not: the same on the page as from a shell. */
import type { CatalogueChart } from '../../model/catalogue/row.ts'
import type { NotPosted } from '../../text/messages/batchPublish.ts'

/** Undefined where it is one's own, approved as it is now, and has something new for the public. */
export function whyNotPosted({ role, review, digest, published }: CatalogueChart): NotPosted | undefined {
  if (role !== 'owner') return 'foreign'
  if (!digest) return 'unreadable'
  if (!digest.hasExternal) return 'internal'
  if (review?.approved !== true) return 'unapproved'
  if (review.changed) return 'changed'
  return published && !published.stale ? 'current' : undefined
}
