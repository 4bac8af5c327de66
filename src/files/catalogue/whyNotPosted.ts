/** Selects the charts of a batch publication, for page and command line alike. */
import type { CatalogueChart } from '../../model/catalogue/row.ts'
import type { NotPosted } from '../../text/messages/batchPublish.ts'

/**
 * The reason why a chart is skipped; undefined if it is one's own, approved in its current state, and
 * differs from the published version.
 */
export function whyNotPosted({ role, review, digest, published }: CatalogueChart): NotPosted | undefined {
  if (role !== 'owner') return 'foreign'
  if (!digest) return 'unreadable'
  if (!digest.hasExternal) return 'internal'
  if (review?.approved !== true) return 'unapproved'
  if (review.changed) return 'changed'
  return published && !published.stale ? 'current' : undefined
}
