import { useState } from 'react'
import type { Id } from '../../model/chart.ts'
import type { NewPublication, PublicationPreview, PublicationWish } from '../../protocol/publicationApi.ts'
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
  /** Why it is published although matters are open; '' where nobody has said. */
  readonly despite: string
}

export interface BatchReview {
  readonly items: readonly ToReview[]
  readonly looking: BatchRun<PublicationPreview, BatchItem>
  /** Marks the shown bytes of a chart as seen or unseen. */
  readonly mark: (item: ToReview, seen: 'seen' | 'unseen') => void
  readonly explain: (item: ToReview, despite: string) => void
}

const wish: PublicationWish = { disclose: {} }

/** Review state of a batch. A mark belongs to the bytes shown; changed bytes are unmarked. */
export function useBatchReview(charts: readonly BatchItem[]): BatchReview {
  const server = useApi().charts
  const looking = useBatchRun(async ({ id }: BatchItem) => server.previewPublication(id, wish))
  const [seen, setSeen] = useState<ReadonlyMap<Id, string>>(new Map())
  const [reasons, setReasons] = useState<ReadonlyMap<Id, string>>(new Map())
  const shown = new Map(looking.results.map((result) => [result.id, result]))
  const items = charts.map(({ id, title }): ToReview => {
    const result = shown.get(id)
    const item = { id, title, despite: reasons.get(id) ?? '' }
    if (!result) return { ...item, standing: 'waiting' }
    if (!result.ok) return { ...item, standing: 'failed', why: result.why }
    const { value: preview } = result
    if (preview.scan.some(({ blocks }) => blocks)) return { ...item, standing: 'blocked', preview }
    const isSeen = seen.get(id) === preview.hash && !wantsReason({ ...item, preview })
    return { ...item, standing: isSeen ? 'seen' : 'unseen', preview }
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
    explain: ({ id }, despite) => setReasons((before) => new Map(before).set(id, despite)),
  }
}

/** Whether matters are open and nobody has written why the chart is published all the same. */
export function wantsReason({ preview, despite }: Pick<ToReview, 'preview' | 'despite'>): boolean {
  return preview !== undefined && preview.open.length > 0 && despite.trim() === ''
}

export interface ToPublish extends BatchItem {
  readonly publication: NewPublication
}

/** The request for the seen charts, with the hashes of the bytes shown. */
export function reviewed(items: readonly ToReview[], reviewedBy: string): readonly ToPublish[] {
  return items.flatMap(({ id, title, standing, preview, despite }) => {
    if (standing !== 'seen' || !preview) return []
    const explained = preview.open.length > 0 ? { despite: despite.trim() } : {}
    return [{ id, title, publication: { ...wish, ...explained, reviewedBy, hash: preview.hash } }]
  })
}
