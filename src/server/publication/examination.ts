/**
 * Renders what would be published of a chart: all formats, their hash, and the findings of the
 * public scan. Publishing requires the hash of such a preview or renders it anew.
 */
import type { Scanned } from '../../checks/scanPublic.ts'
import type { View } from '../../model/chart.ts'
import { chinaDay } from '../../model/time/chinaDay.ts'
import type { Disclosure } from '../../model/editions/externalEdition.ts'
import type { PublicationFiles } from '../../publicationRenderer/publication.ts'
import { publicationWords, scanSentence } from '../../text/paper/publicPage.ts'
import type { ChartSource, EditionText } from '../jobs/job.ts'
import type { RefusedField } from '../refusedField.ts'
import { RequestError } from '../requestError.ts'
import type { PublicationRenderer } from './publicationRenderer.ts'
import { renderCache } from './renderCache.ts'
import { publicHash } from './publicHash.ts'

export interface PublicationRequest {
  readonly view: View
  readonly disclosure: Disclosure
  /** Marks of what is internal that could not be read. */
  readonly refused: readonly RefusedField[]
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
  readonly preview: (
    chart: ChartSource,
    wish: PublicationRequest,
    at: number,
  ) => Promise<PublicationPreviewFiles>
  /**
   * Also throws a RequestError if internal words are in public fields, or if the content
   * differs from the preview with hash `seen`.
   */
  readonly postable: (
    chart: ChartSource,
    wish: PublicationRequest,
    seen: string | undefined,
    at: number,
  ) => Promise<PublishableFiles>
}

/** ms */
const oneDay = 24 * 3600 * 1000

export function openExamination({
  publication,
  edition: found,
}: Pick<PublicationRenderer, 'publication' | 'edition'>): Examination {
  const renderer = renderCache(publication)
  const publicOf = async (chart: ChartSource, { disclosure, refused }: PublicationRequest) => {
    const answer = await found({ ...chart, disclosure, refused })
    if (!answer.ok) throw new RequestError('refused', answer.words)
    return answer
  }
  const made = async (
    edition: EditionText,
    { view }: PublicationRequest,
    at: number,
  ): Promise<PublishableFiles> => {
    const content = await renderer(edition, view, { postedOn: chinaDay(at) })
    return { content, hash: publicHash(content) }
  }
  return {
    preview: async (chart, wish, at) => {
      const { edition, scan } = await publicOf(chart, wish)
      const { content, hash } = await made(edition, wish, at)
      return { ...content, hash, scan: scan.map((one) => ({ ...one, message: sentence(one) })) }
    },
    postable: async (chart, wish, seen, at) => {
      const { edition, scan } = await publicOf(chart, wish)
      refuseLeaks(scan)
      const now = await made(edition, wish, at)
      if (seen === undefined || seen === now.hash) return now
      // The page shows the date of publication, so a preview from before midnight has another
      // hash.
      const isOfYesterday = seen === (await made(edition, wish, at - oneDay)).hash
      throw new RequestError('refused', isOfYesterday ? publicationWords.dayTurned : publicationWords.changed)
    },
  }
}

function refuseLeaks(found: readonly Scanned[]): void {
  const leaks = found.filter((one) => one.blocks)
  if (leaks.length > 0) throw new RequestError('refused', publicationWords.leaks(leaks.map(sentence)))
}

function sentence({ kind, found }: Scanned): string {
  return scanSentence[kind](found)
}
