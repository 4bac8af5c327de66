/** Reader: lines or cells without headings or numbers; the last resort, always doubtful. */
import { looksLikeNames } from '../tableReading/outline/looksLikeNames.ts'
import { tableOfParagraphs, type PlacedTable } from '../documentSource/tablesOf.ts'
import type { SourceDocument } from '../documentSource/sourceDocument.ts'
import { findHeadings } from '../tableReading/headings/findHeadings.ts'
import { otherHeading } from '../../text/recognition/outlineWords.ts'
import { filled, type Table } from '../tableSource/table.ts'
import { cellsAsLines, linesOf } from './cellsAsLines.ts'
import type { Candidate } from './documentReading.ts'

/** Lists of people or things: their headings are no steps. */
function isOtherList({ rows }: PlacedTable): boolean {
  return rows.slice(0, 3).some((row) => row.filter(({ text }) => otherHeading.test(text.trim())).length > 1)
}

/** 某局行政处罚流程图 above the steps is no step. */
function titled(table: Table): Table {
  const [first, ...rows] = table.rows
  const title = first?.[0]?.text ?? ''
  return rows.length > 1 && titleLine.test(title) ? { ...table, rows, before: [title] } : table
}

const titleLine = /(?:流程|程序|运行|防控|操作|示意)图$/

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
  const lines = titled(tableOfParagraphs(document))
  if (cellsAsLines(linesOf(document))) return placed
  if (!looksLikeNames(lines.rows.map((row) => row[0]?.text ?? ''))) return placed
  return [
    ...placed,
    { kind: 'lines', where: '', table: lines, weight: 20, doubts: [{ doubt: 'noHeadings' }] },
  ]
}
