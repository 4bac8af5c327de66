/**
 * 公开 (publication): stores and lists what was published, by whom, from which revision.
 * Published are the bytes that were previewed in the 公开审查, in every format, and nothing else
 * of the chart.
 */
import type { View } from '../../model/chart.ts'
import type { Disclosure } from '../../model/editions/externalEdition.ts'
import { chinaDay } from '../../model/time/chinaDay.ts'
import { workdaysAfter } from '../../model/time/workdaysAfter.ts'
import type { Publication } from '../../protocol/publicationApi.ts'
import type { History } from '../history.ts'
import type { ChartSource } from '../jobs/job.ts'
import type { RefusedField } from '../refusedField.ts'
import { publicationWords } from '../../text/paper/publicPage.ts'
import { RequestError } from '../requestError.ts'
import type { ChartState, KeptPublication, Store } from '../store/tables.ts'
import type { PublicationPreviewFiles, PublicationRequest } from './examination.ts'
import { openExamination } from './examination.ts'
import type { PublicationRenderer } from './publicationRenderer.ts'

export interface Publishing {
  /**
   * Renders what would be published now, with the findings of the public scan. Rejects with a
   * RequestError if there is no external chart.
   */
  readonly preview: (chart: string, wish: PublishRequest) => Promise<PublicationPreviewFiles & Answerable>
  /**
   * Publishes. If `hash` is given, only content with that hash (of a preview). Rejects with a
   * RequestError.
   */
  readonly publish: (chart: string, wish: PublishRequest, by: By) => Promise<KeptPublication>
  readonly list: (chart: string) => Promise<readonly Omit<Publication, 'link'>[]>
}

/** Sentences: what is open, and wants a written reason before it is published. */
export interface Answerable {
  readonly open: readonly string[]
}

/** If `view` is undefined, the published view; if there is none, the flow view. */
export interface PublishRequest extends Pick<PublicationRequest, 'disclosure'> {
  readonly view: View | undefined
}

export interface By {
  readonly id: string
  readonly name: string
  readonly reviewedBy: string
  /** Why risks are shown to the public, where they are. */
  readonly reason: string | undefined
  /** Why it is published although matters are open; needed where there are some. */
  readonly despite?: string | undefined
  /** Hash of the preview; other content is refused. */
  readonly hash: string | undefined
}

export interface PublishingParts {
  readonly store: Store
  readonly history: Pick<History, 'keep'>
  readonly renderer: PublicationRenderer
  /** A chart as Yjs encodes it. */
  readonly state: (id: string) => Promise<ChartState>
  /** What wants a written reason before it is published. */
  readonly openMatters: (chart: string) => Promise<readonly string[]>
  /** Nothing is posted while a mark of what is internal could not be read. */
  readonly refusedFields: (chart: string) => readonly RefusedField[]
  readonly now: () => number
  readonly newId: () => string
}

/** 主动公开 within so many workdays of a change (政府信息公开条例 art. 26). */
const updateWithin = 20

export function openPublishing({
  store,
  history,
  renderer,
  state,
  openMatters,
  refusedFields,
  now,
  newId,
}: PublishingParts): Publishing {
  const { preview, postable } = openExamination(renderer)
  const current = async (id: string): Promise<ChartSource> => ({ state: await state(id) })
  const staleness = stalenessAsker({ store, renderer, state, now })
  const whole = async (chart: string, { view, disclosure }: PublishRequest): Promise<PublicationRequest> => ({
    disclosure,
    refused: refusedFields(chart),
    view: view ?? (await store.publications.current(chart))?.view ?? 'flow',
  })
  return {
    preview: async (chart, wished) => {
      const shown = await preview(await current(chart), await whole(chart, wished), now())
      return { ...shown, open: await openMatters(chart) }
    },
    publish: async (chart, wished, by) => {
      const at = now()
      const wish = await whole(chart, wished)
      // Check before keeping a revision, so that a refusal leaves no revision marked 公开.
      await postable(await current(chart), wish, by.hash, at)
      const reason = reasonFor(await openMatters(chart), by)
      const revision = await history.keep(chart, { kind: 'published', name: '', by: by.id })
      const file = await store.revisions.read(chart, revision.id)
      const { content, hash } = await postable({ file: file ?? '' }, wish, by.hash, at)
      const kept: KeptPublication = {
        id: newId(),
        chart,
        at,
        revision: revision.id,
        hash,
        title: titleOf(content.json),
        view: wish.view,
        reviewedBy: by.reviewedBy,
        approver: by.name,
        ...(reason !== '' && { reason }),
      }
      await store.publications.add(kept, content)
      return kept
    },
    list: async (chart) => {
      const [kept, shown] = await Promise.all([
        store.publications.list(chart),
        store.publications.current(chart),
      ])
      const since = shown && (await staleness(shown))
      return kept.map((one) => ({
        ...one,
        state: stateOf(one, shown),
        ...(one.id === shown?.id ? since : {}),
      }))
    },
  }
}

/** Why it is published as it is; '' where nothing needs a reason. Throws a RequestError where one is missing. */
function reasonFor(open: readonly string[], { reason, despite }: By): string {
  if (open.length > 0 && despite === undefined) throw new RequestError('refused', publicationWords.open(open))
  const said = open.length > 0 && despite !== undefined ? [publicationWords.despite(despite)] : []
  return [...(reason === undefined ? [] : [reason]), ...said].join('；')
}

function stateOf(one: KeptPublication, current: KeptPublication | undefined): Publication['state'] {
  if (one.withdrawnAt !== undefined) return 'withdrawn'
  return one.id === current?.id ? 'current' : 'replaced'
}

/** Whether the public edition has changed since publication, and the deadline for publishing the change. */
function stalenessAsker({
  store,
  renderer,
  state,
  now,
}: Pick<PublishingParts, 'store' | 'renderer' | 'state' | 'now'>) {
  return async ({ id, chart, at }: KeptPublication) => {
    const posted = await store.publications.format(id, 'json')
    const disclosure = disclosed(String(posted))
    if ((await renderer.publicFile({ state: await state(chart), disclosure })) === posted)
      return { stale: false }
    const since = (await store.log.changedSince(chart, at)) ?? at
    const { day, isCalendarKnown } = workdaysAfter(chinaDay(Math.min(since, now())), updateWithin)
    return { stale: true, updateBy: day, isCalendarKnown }
  }
}

/** The disclosure of the published version, for the comparison. */
function disclosed(json: string): Disclosure {
  const { risks, measures } = JSON.parse(json) as {
    readonly risks: readonly { readonly responsible?: string }[]
    readonly measures: readonly unknown[]
  }
  return {
    risks: risks.length > 0,
    measures: measures.length > 0,
    responsible: risks.some(({ responsible }) => responsible !== undefined),
  }
}

function titleOf(json: string): string {
  return (JSON.parse(json) as { readonly header: { readonly title: string } }).header.title
}
