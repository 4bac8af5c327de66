/**
 * 公开 (publication): stores and lists what was published, by whom, from which revision.
 * Published are the bytes that were previewed in the 公开审查, in every format, and nothing else
 * of the chart.
 */
import { readChartFile } from '../../files/chartFile/readChartFile.ts'
import { writePublicChartFile } from '../../files/chartFile/writeChartFile.ts'
import type { Chart, View } from '../../model/chart.ts'
import type { Disclosure } from '../../model/editions/externalEdition.ts'
import { externalEdition, whyNoExternal } from '../../model/editions/externalEdition.ts'
import { workdaysAfter } from '../../model/time/workdaysAfter.ts'
import type { Publication } from '../../protocol/api.ts'
import type { History } from '../history.ts'
import { fieldName } from '../../text/messages/faults.ts'
import { publicationWords } from '../../text/paper/publicPage.ts'
import { RequestError } from '../requestError.ts'
import type { RefusedField } from '../rooms/refusedFields.ts'
import type { KeptPublication, Store } from '../store/tables.ts'
import type { PublicationPreviewFiles, PublicationRequest } from './examination.ts'
import { dayOf, openExamination } from './examination.ts'
import type { PublicationRenderer } from './publicationRenderer.ts'

export interface Publishing {
  /**
   * Renders what would be published now, with the findings of the public scan. Rejects with a
   * RequestError if there is no external chart.
   */
  readonly preview: (chart: string, wish: PublishRequest) => Promise<PublicationPreviewFiles>
  /**
   * Publishes. If `hash` is given, only content with that hash (of a preview). Rejects with a
   * RequestError.
   */
  readonly publish: (chart: string, wish: PublishRequest, by: By) => Promise<KeptPublication>
  readonly list: (chart: string) => Promise<readonly Omit<Publication, 'link'>[]>
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
  /** Hash of the preview; other content is refused. */
  readonly hash: string | undefined
}

export interface PublishingParts {
  readonly store: Store
  readonly history: Pick<History, 'keep'>
  readonly renderer: PublicationRenderer
  readonly chart: (id: string) => Promise<Chart>
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
  chart: readChart,
  refusedFields,
  now,
  newId,
}: PublishingParts): Publishing {
  const { preview, postable } = openExamination(renderer)
  const readable = async (id: string): Promise<Chart> => {
    const chart = await readChart(id)
    const refused = refusedFields(id).find((one) => isThere(one, chart))
    if (refused) throw new RequestError('refused', publicationWords.unreadable(...placeOf(refused, chart)))
    return chart
  }
  const whole = async (chart: string, { view, disclosure }: PublishRequest): Promise<PublicationRequest> => ({
    disclosure,
    view: view ?? (await store.publications.current(chart))?.view ?? 'flow',
  })
  return {
    preview: async (chart, wished) => preview(await readable(chart), await whole(chart, wished), now()),
    publish: async (chart, wished, by) => {
      const at = now()
      const wish = await whole(chart, wished)
      // Check before keeping a revision, so that a refusal leaves no revision marked 公开.
      await postable(await readable(chart), wish, by.hash, at)
      const revision = await history.keep(chart, { kind: 'published', name: '', by: by.id })
      const file = await store.revisions.read(chart, revision.id)
      const held = readChartFile(file ?? '', newId).chart
      const { content, hash } = await postable(held, wish, by.hash, at)
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
        ...(by.reason !== undefined && { reason: by.reason }),
      }
      await store.publications.add(kept, content)
      return kept
    },
    list: async (chart) => {
      const [kept, current] = await Promise.all([
        store.publications.list(chart),
        store.publications.current(chart),
      ])
      const state = current && (await staleness(store, await readChart(chart), current, now()))
      return kept.map((one) => ({
        ...one,
        state: stateOf(one, current),
        ...(one.id === current?.id ? state : {}),
      }))
    },
  }
}

function isThere({ root, record }: RefusedField, chart: Chart): boolean {
  return root === 'meta' || (chart[root] ?? []).some(({ id }) => id === record)
}

function placeOf({ root, record, field }: RefusedField, chart: Chart): readonly [string, string] {
  const named = root === 'steps' || root === 'posts' ? chart[root].find(({ id }) => id === record)?.name : ''
  return [named ?? '', fieldName(field)]
}

function stateOf(one: KeptPublication, current: KeptPublication | undefined): Publication['state'] {
  if (one.withdrawnAt !== undefined) return 'withdrawn'
  return one.id === current?.id ? 'current' : 'replaced'
}

/** Whether the public edition has changed since publication, and the deadline for publishing the change. */
async function staleness(store: Store, chart: Chart, current: KeptPublication, now: number) {
  const posted = await store.publications.format(current.id, 'json')
  const disclosure = disclosed(String(posted))
  if (whyNoExternal(chart) || writePublicChartFile(externalEdition(chart, disclosure)) !== posted) {
    const since = (await store.log.changedSince(current.chart, current.at)) ?? current.at
    const { day, isCalendarKnown } = workdaysAfter(dayOf(Math.min(since, now)), updateWithin)
    return { stale: true, updateBy: day, isCalendarKnown }
  }
  return { stale: false }
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
