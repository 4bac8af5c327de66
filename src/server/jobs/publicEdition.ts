/** What of a chart would be public, worked out where it costs nobody else anything. */
import { scanPublic } from '../../checks/scanPublic.ts'
import { writePublicChartFile } from '../../files/chartFile/writeChartFile.ts'
import type { Chart } from '../../model/chart.ts'
import type { PublicChart } from '../../model/editions/edition.ts'
import type { Disclosure } from '../../model/editions/externalEdition.ts'
import { externalEdition, whyNoExternal } from '../../model/editions/externalEdition.ts'
import { fieldName } from '../../text/messages/faults.ts'
import { refusalText } from '../../text/messages/refusalText.ts'
import { publicationWords } from '../../text/paper/publicPage.ts'
import type { RefusedField } from '../refusedField.ts'
import type { EditionText, FoundEdition } from './job.ts'

interface Wish {
  readonly disclosure: Disclosure
  /** Nothing is posted while a mark of what is internal could not be read. */
  readonly refused: readonly RefusedField[]
}

export function publicEdition(chart: Chart, { disclosure, refused }: Wish): FoundEdition {
  const unread = refused.find((one) => isThere(one, chart))
  if (unread) return { ok: false, words: publicationWords.unreadable(...placeOf(unread, chart)) }
  const refusal = whyNoExternal(chart)
  if (refusal) return { ok: false, words: refusalText[refusal.reason] }
  const edition = externalEdition(chart, disclosure)
  return { ok: true, edition: JSON.stringify(edition) as EditionText, scan: scanPublic(chart, edition) }
}

export function chartOfEdition(edition: EditionText): PublicChart {
  return JSON.parse(edition) as PublicChart
}

/** Undefined where there is no external edition. */
export function publicFile(chart: Chart, disclosure: Disclosure): string | undefined {
  return whyNoExternal(chart) ? undefined : writePublicChartFile(externalEdition(chart, disclosure))
}

function isThere({ root, record }: RefusedField, chart: Chart): boolean {
  return root === 'meta' || (chart[root] ?? []).some(({ id }) => id === record)
}

function placeOf({ root, record, field }: RefusedField, chart: Chart): readonly [string, string] {
  const named = root === 'steps' || root === 'posts' ? chart[root].find(({ id }) => id === record)?.name : ''
  return [named ?? '', fieldName(field)]
}
