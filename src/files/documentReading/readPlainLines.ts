/** Reader: lines or cells without headings or numbers; the last resort, always doubtful. */
import { looksLikeNames } from '../tableReading/outline/looksLikeNames.ts'
import { tableOfParagraphs, type PlacedTable } from '../documentSource/tablesOf.ts'
import type { SourceDocument } from '../documentSource/sourceDocument.ts'
import { findHeadings } from '../tableReading/headings/findHeadings.ts'
import { meaningsOf } from '../tableReading/headings/headingMeaning.ts'
import { otherHeading } from '../../text/recognition/outlineWords.ts'
import { filled } from '../tableSource/table.ts'
import type { Candidate } from './documentReading.ts'

/** Lists of people or things: their headings are no steps. */
function isOtherList({ rows }: PlacedTable): boolean {
  return rows.slice(0, 3).some((row) => row.filter(({ text }) => otherHeading.test(text.trim())).length > 1)
}

/** Headings one below the other: a table whose cells came as lines, in an order that is not known. */
function areCells(lines: readonly string[]): boolean {
  const heads = lines.map((line) => line.length <= 10 && meaningsOf(line).length > 0)
  return heads.some((_, at) => heads.slice(at, at + 4).length === 4 && heads.slice(at, at + 4).every(Boolean))
}

export function readPlainLines(
  document: SourceDocument,
  tables: readonly PlacedTable[],
): readonly Candidate[] {
  const placed = tables.flatMap((table): readonly Candidate[] => {
    const headings = findHeadings(table)
    const name = headings?.columns.get('name')
    if (!headings || !name || headings.at >= 0 || isOtherList(table)) return []
    if (!looksLikeNames(table.rows.map((row) => row[name.at]?.text ?? ''))) return []
    const isList = table.rows.every((row) => filled(row).length < 2)
    return [
      {
        kind: 'lines',
        where: table.sheet ?? '',
        table,
        weight: isList ? 20 : 50,
        ...(table.sheet !== undefined && { sheet: table.sheet }),
        doubts: [{ doubt: 'noHeadings' }],
      },
    ]
  })
  const lines = tableOfParagraphs(document)
  if (areCells(lines.rows.map((row) => row[0]?.text ?? ''))) return placed
  if (!looksLikeNames(lines.rows.map((row) => row[0]?.text ?? ''))) return placed
  return [
    ...placed,
    { kind: 'lines', where: '', table: lines, weight: 20, doubts: [{ doubt: 'noHeadings' }] },
  ]
}
