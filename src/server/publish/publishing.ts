/**
 * 公开: what is posted, by whom, from what. The public gets the bytes that were looked
 * at in the 公开审查, and nothing else of the chart.
 */
import type { Scanned } from '../../checks/publicScan.ts'
import { scanPublic } from '../../checks/publicScan.ts'
import { readChartFile } from '../../files/readChartFile.ts'
import { writePublicChartFile } from '../../files/writeChartFile.ts'
import type { Chart, View } from '../../model/chart.ts'
import type { PublicChart } from '../../model/edition.ts'
import type { Disclosure } from '../../model/externalEdition.ts'
import { externalEdition, whyNoExternal } from '../../model/externalEdition.ts'
import { workdaysAfter } from '../../model/workdays.ts'
import type { Pressed } from '../../press/publication.ts'
import type { Publication } from '../../protocol/api.ts'
import { publishWords, scanSentence } from '../../text/board.ts'
import { refusalText } from '../../text/refusals.ts'
import { RequestError } from '../api/route.ts'
import { sha256 } from '../store/rows.ts'
import type { History } from '../history.ts'
import type { KeptPublication, Store } from '../store/tables.ts'
import type { Press } from './press.ts'

export interface Publishing {
  /** What would be posted now: exactly the bytes, and what the scan points at. Throws a RequestError where there is nothing to post. */
  readonly preview: (chart: string, wish: Wish) => Promise<Preview>
  /** Posts it; `hash`, where it is given, is that of the preview that was looked at. Throws a RequestError. */
  readonly publish: (chart: string, wish: Wish, by: By) => Promise<KeptPublication>
  readonly list: (chart: string) => Promise<readonly Omit<Publication, 'link'>[]>
}

export interface Wish {
  readonly view: View
  readonly disclosure: Disclosure
}

export interface By {
  readonly id: string
  readonly name: string
  readonly reviewedBy: string
  /** Why risks are shown to the public, where they are. */
  readonly reason: string | undefined
  readonly hash: string | undefined
}

export interface Preview extends Pressed {
  readonly hash: string
  readonly scan: readonly (Scanned & { readonly message: string })[]
}

export interface PublishingParts {
  readonly store: Store
  readonly history: Pick<History, 'keep'>
  readonly press: Press
  readonly chart: (id: string) => Promise<Chart>
  readonly now: () => number
  readonly newId: () => string
}

/** 主动公开 within so many workdays of a change (政府信息公开条例 art. 26). */
const updateWithin = 20

export function openPublishing({
  store,
  history,
  press,
  chart: read,
  now,
  newId,
}: PublishingParts): Publishing {
  const previewOf = async (chart: Chart, wish: Wish): Promise<Preview> => {
    const edition = publicOf(chart, wish.disclosure)
    const pressed = await press.publication(edition, wish.view, { postedOn: dayOf(now()) })
    const scan = scanPublic(chart, edition).map((one) => ({
      ...one,
      message: scanSentence[one.kind](one.found),
    }))
    return { ...pressed, hash: sha256(pressed.json), scan }
  }
  return {
    preview: async (chart, wish) => previewOf(await read(chart), wish),
    publish: async (chart, wish, by) => {
      // What is refused leaves no revision behind that says 公开.
      mustBePostable(await read(chart), wish, by)
      const revision = await history.keep(chart, { kind: 'published', name: '', by: by.id })
      const file = await store.revisions.read(chart, revision.id)
      const held = readChartFile(file ?? '', newId).chart
      mustBePostable(held, wish, by)
      const { hash, scan: _, ...content } = await previewOf(held, wish)
      const kept: KeptPublication = {
        id: newId(),
        chart,
        at: now(),
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
      const state = current && (await staleness(store, await read(chart), current))
      return kept.map((one) => ({
        ...one,
        state: stateOf(one, current),
        ...(one.id === current?.id ? state : {}),
      }))
    },
  }
}

/** Throws a RequestError where something internal would get out, or where it is not what was looked at. */
function mustBePostable(chart: Chart, { disclosure }: Wish, { hash }: By): void {
  const edition = publicOf(chart, disclosure)
  const leaks = scanPublic(chart, edition).filter((one) => one.blocks)
  if (leaks.length > 0)
    throw new RequestError(
      'refused',
      publishWords.leaks(leaks.map(({ kind, found }) => scanSentence[kind](found))),
    )
  if (hash !== undefined && hash !== sha256(writePublicChartFile(edition)))
    throw new RequestError('refused', publishWords.changed)
}

function publicOf(chart: Chart, disclosure: Disclosure): PublicChart {
  const refusal = whyNoExternal(chart)
  if (refusal) throw new RequestError('refused', refusalText[refusal.reason])
  return externalEdition(chart, disclosure)
}

function stateOf(one: KeptPublication, current: KeptPublication | undefined): Publication['state'] {
  if (one.withdrawnAt !== undefined) return 'withdrawn'
  return one.id === current?.id ? 'current' : 'replaced'
}

/** Whether what the public would see now differs from what it sees, and until when that must be posted. */
async function staleness(store: Store, chart: Chart, current: KeptPublication) {
  const posted = await store.publications.format(current.id, 'json')
  const disclosure = disclosed(String(posted))
  if (whyNoExternal(chart) || writePublicChartFile(externalEdition(chart, disclosure)) !== posted) {
    const changes = await store.log.journal(current.chart, current.at, 10_000)
    const since = changes.at(-1)?.at ?? current.at
    return { stale: true, updateBy: workdaysAfter(dayOf(since), updateWithin) }
  }
  return { stale: false }
}

/** What was disclosed then is disclosed in the comparison. */
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

/** yyyy-mm-dd in China, where the notice boards hang. */
export function dayOf(at: number): string {
  return new Date(at + 8 * 3600 * 1000).toISOString().slice(0, 10)
}
