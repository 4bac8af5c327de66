/** Proposes the meaning of each catalogue column from its heading, for the user to review before import. */
import { powerHeadings, type PowerColumn } from '../../text/recognition/powerHeadings.ts'
import { columnLetter, type Cell, type Table, widthOf } from '../tableSource/table.ts'

export interface CatalogueColumn {
  readonly at: number
  /** The heading as written; the column letter if blank. */
  readonly heading: string
  readonly means: PowerColumn
  /** The first non-blank text below it. */
  readonly example: string
}

export interface CatalogueColumns {
  /** Index of the heading row. */
  readonly at: number
  readonly columns: readonly CatalogueColumn[]
}

/** Maximum number of rows (titles, units, dates) above the headings. */
const mostRowsAbove = 30

const meaningOf: ReadonlyMap<string, PowerColumn> = new Map(
  Object.entries(powerHeadings).flatMap(([column, words]) =>
    words.map((word): [string, PowerColumn] => [plain(word), column as PowerColumn]),
  ),
)

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s|\([^)]*\)|\*|【|】|:$/g, '')
    .toUpperCase()
}

/** Finds the heading row; undefined if no row has a heading for the power name and another known one. */
export function catalogueColumns(table: Table): CatalogueColumns | undefined {
  const counts = table.rows.slice(0, mostRowsAbove).map(knownIn)
  const at = counts.indexOf(Math.max(0, ...counts))
  return (counts[at] ?? 0) < 2 ? undefined : { at, columns: columnsAt(table, at) }
}

/** Number of known headings; 0 without one for the power name. */
function knownIn(row: readonly Cell[]): number {
  const means = new Set(row.flatMap((cell) => meaningOf.get(plain(cell.text)) ?? []))
  return means.has('name') || means.has('part') ? means.size : 0
}

function columnsAt(table: Table, at: number): readonly CatalogueColumn[] {
  const taken = new Set<PowerColumn>()
  const width = widthOf(table)
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const cell = table.rows[at]?.[column]
    const example = table.rows.slice(at + 1).flatMap((row) => words(row[column]) || [])[0] ?? ''
    const heading = words(cell).replaceAll(/\s+/g, '')
    if (heading === '' && example === '') return []
    const known = meaningOf.get(plain(heading))
    // A column whose field is already taken is kept under its own heading.
    const means = known && !taken.has(known) ? known : 'note'
    if (means !== 'note') taken.add(means)
    return [{ at: column, heading: heading || columnLetter(column), means, example }]
  })
}

function words(cell: Cell | undefined): string {
  return cell?.text.trim() ?? ''
}
