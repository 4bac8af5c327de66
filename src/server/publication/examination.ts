/**
 * Renders what would be published of a chart: all formats, their hash, and the findings of the
 * public scan. Publishing requires the hash of such a preview or renders it anew.
 */
import type { Scanned } from '../../checks/scanPublic.ts'
import type { Chart, View } from '../../model/chart.ts'
import type { PublicChart } from '../../model/editions/edition.ts'
import type { Disclosure } from '../../model/editions/externalEdition.ts'
import { externalEdition, whyNoExternal } from '../../model/editions/externalEdition.ts'
import type { PublicationFiles } from '../../publicationRenderer/publication.ts'
import { publicationWords, scanSentence } from '../../text/paper/publicPage.ts'
import { refusalText } from '../../text/messages/refusalText.ts'
import { RequestError } from '../requestError.ts'
import type { PublicationRenderer } from './publicationRenderer.ts'
import { renderCache } from './renderCache.ts'
import { publicHash } from './publicHash.ts'

export interface PublicationRequest {
  readonly view: View
  readonly disclosure: Disclosure
}

export interface PublicationPreviewFiles extends PublicationFiles {
  /** Of all four formats: `publicHash`. */
  readonly hash: string
  readonly scan: readonly (Scanned & { readonly message: string })[]
}

export interface PublishableFiles {
  readonly content: PublicationFiles
  readonly hash: string
}

/** `at`: when it is looked at, or posted; ms since 1970. Each throws a RequestError where there is nothing to post. */
export interface Examination {
  readonly preview: (chart: Chart, wish: PublicationRequest, at: number) => Promise<PublicationPreviewFiles>
  /**
   * Also throws a RequestError if internal words are in public fields, or if the content
   * differs from the preview with hash `seen`.
   */
  readonly postable: (
    chart: Chart,
    wish: PublicationRequest,
    seen: string | undefined,
    at: number,
  ) => Promise<PublishableFiles>
}

/** ms */
const oneDay = 24 * 3600 * 1000

export function openExamination({
  publication,
  scan,
}: Pick<PublicationRenderer, 'publication' | 'scan'>): Examination {
  const renderer = renderCache(publication)
  const made = async (
    edition: PublicChart,
    { view }: PublicationRequest,
    at: number,
  ): Promise<PublishableFiles> => {
    const content = await renderer(edition, view, { postedOn: dayOf(at) })
    return { content, hash: publicHash(content) }
  }
  return {
    preview: async (chart, wish, at) => {
      const edition = publicOf(chart, wish.disclosure)
      const { content, hash } = await made(edition, wish, at)
      const found = await scan(chart, edition)
      return { ...content, hash, scan: found.map((one) => ({ ...one, message: sentence(one) })) }
    },
    postable: async (chart, wish, seen, at) => {
      const edition = publicOf(chart, wish.disclosure)
      refuseLeaks(await scan(chart, edition))
      const now = await made(edition, wish, at)
      if (seen === undefined || seen === now.hash) return now
      // The page shows the date of publication, so a preview from before midnight has another
      // hash.
      const isOfYesterday = seen === (await made(edition, wish, at - oneDay)).hash
      throw new RequestError('refused', isOfYesterday ? publicationWords.dayTurned : publicationWords.changed)
    },
  }
}

function publicOf(chart: Chart, disclosure: Disclosure): PublicChart {
  const refusal = whyNoExternal(chart)
  if (refusal) throw new RequestError('refused', refusalText[refusal.reason])
  return externalEdition(chart, disclosure)
}

function refuseLeaks(found: readonly Scanned[]): void {
  const leaks = found.filter((one) => one.blocks)
  if (leaks.length > 0) throw new RequestError('refused', publicationWords.leaks(leaks.map(sentence)))
}

function sentence({ kind, found }: Scanned): string {
  return scanSentence[kind](found)
}

/** yyyy-mm-dd in China's time zone. */
export function dayOf(at: number): string {
  return new Date(at + 8 * 3600 * 1000).toISOString().slice(0, 10)
}
