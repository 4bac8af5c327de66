import type { SaidDoubt } from '../../text/messages/intake.ts'
import { meansPowerName } from '../../text/recognition/powerHeadings.ts'
import type { SourceDocument } from '../documentSource/sourceDocument.ts'
import type { PlacedTable } from '../documentSource/tablesOf.ts'
import { findHeadings } from '../tableReading/headings/findHeadings.ts'
import { cellsAsLines, linesOf } from './cellsAsLines.ts'
import type { FlowReading, OtherDoor } from './documentReading.ts'

const unsure: ReadonlySet<SaidDoubt['doubt']> = new Set(['weakName', 'oneStep', 'uncertainList', 'sections'])

function isSure(best: FlowReading | undefined): boolean {
  if (best === undefined) return false
  const isRead = best.kind !== 'lines' || best.doubts.some(({ doubt }) => doubt === 'cellLines')
  return isRead && !best.doubts.some(({ doubt }) => unsure.has(doubt))
}

/** A list of risks or powers, or a table that has to be copied anew, unless a surer flow stands in the document. */
export function otherDoor(
  document: SourceDocument,
  tables: readonly PlacedTable[],
  best: FlowReading | undefined,
): OtherDoor | undefined {
  if (isSure(best) && best?.kind === 'table') return undefined
  const headed = tables.map((table) => ({ table, headings: findHeadings(table) }))
  const register = headed.some(
    ({ headings }) =>
      headings &&
      headings.at >= 0 &&
      (headings.columns.has('risk') || headings.columns.has('riskDetail')) &&
      headings.columns.size > 1,
  )
  if (register && !isSure(best)) return 'risks'
  const powers = tables.some(({ rows }) =>
    rows.slice(0, 30).some((row) => row.length > 2 && row.some(({ text }) => meansPowerName(text))),
  )
  if (powers && !isSure(best) && !register) return 'powers'
  return isSure(best) || !cellsAsLines(linesOf(document)) ? undefined : 'cellsAsLines'
}
