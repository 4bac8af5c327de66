import { useState } from 'react'
import type { Id } from '../../model/chart.ts'
import type { NewPublication, PublicationPreview, PublicationWish } from '../../protocol/api.ts'
import { useBatchRun, type BatchItem, type BatchRun } from './useBatchRun.ts'
import { useApi } from '../base/appServices.ts'

export type Standing = 'waiting' | 'unseen' | 'seen' | 'blocked' | 'failed'

/** A chart to preview. */
export interface ToReview extends BatchItem {
  readonly standing: Standing
  /** The exact bytes that would be published. */
  readonly preview?: PublicationPreview
  /** Why there is no preview. */
  readonly why?: string
}

export interface BatchReview {
  readonly items: readonly ToReview[]
  readonly looking: BatchRun<PublicationPreview, BatchItem>
  /** Marks the shown bytes of a chart as seen or unseen. */
  readonly mark: (item: ToReview, seen: 'seen' | 'unseen') => void
}

const wish: PublicationWish = { disclose: {} }

/** Review state of a batch. A mark belongs to the bytes shown; changed bytes are unmarked. */
export function useBatchReview(charts: readonly BatchItem[]): BatchReview {
  const server = useApi().charts
  const looking = useBatchRun(async ({ id }: BatchItem) => server.previewPublication(id, wish))
  const [seen, setSeen] = useState<ReadonlyMap<Id, string>>(new Map())
  const shown = new Map(looking.results.map((result) => [result.id, result]))
  const items = charts.map(({ id, title }): ToReview => {
    const result = shown.get(id)
    if (!result) return { id, title, standing: 'waiting' }
    if (!result.ok) return { id, title, standing: 'failed', why: result.why }
    const { value: preview } = result
    if (preview.scan.some(({ blocks }) => blocks)) return { id, title, standing: 'blocked', preview }
    return { id, title, standing: seen.get(id) === preview.hash ? 'seen' : 'unseen', preview }
  })
  return {
    items,
    looking,
    mark: ({ id, preview }, as) =>
      setSeen((before) => {
        const next = new Map(before)
        if (as === 'seen' && preview) next.set(id, preview.hash)
        else next.delete(id)
        return next
      }),
  }
}

export interface ToPublish extends BatchItem {
  readonly publication: NewPublication
}

/** The request for the seen charts, with the hashes of the bytes shown. */
export function reviewed(items: readonly ToReview[], reviewedBy: string): readonly ToPublish[] {
  return items.flatMap(({ id, title, standing, preview }) =>
    standing === 'seen' && preview
      ? [{ id, title, publication: { ...wish, reviewedBy, hash: preview.hash } }]
      : [],
  )
}
