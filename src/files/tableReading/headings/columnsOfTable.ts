/** The columns of a table with what each is read as, for a person to correct. */
import type { TableField } from '../../../text/recognition/headings.ts'
import { columnLetter, type Table, widthOf } from '../../tableSource/table.ts'
import { findHeadings } from './findHeadings.ts'
import { withoutBlanks } from './headingMeaning.ts'
import type { ColumnChoices } from './headings.ts'
import { transposedTable } from './transposedTable.ts'

export interface TableColumnMeaning {
  readonly at: number
  /** The heading by which a choice is kept; the letter of the column if it has none. */
  readonly heading: string
  readonly field?: TableField | 'none'
}

const mostColumns = 40

/** Empty for a table that runs across: its columns are steps. */
export function columnsOfTable(table: Table, choices: ColumnChoices): readonly TableColumnMeaning[] {
  if (transposedTable(table)) return []
  const headings = findHeadings(table, choices)
  const width = Math.min(mostColumns, widthOf(table))
  const fields = new Map([...(headings?.columns ?? [])].map(([field, { at }]) => [at, field]))
  for (const { at } of headings?.morePosts ?? []) fields.set(at, 'posts')
  for (const { at } of headings?.moreNext ?? []) fields.set(at, 'next')
  for (const { at } of headings?.ticks ?? []) fields.set(at, 'level')
  const named = new Map(
    [...(headings?.columns.values() ?? []), ...(headings?.morePosts ?? []), ...(headings?.noted ?? [])].map(
      ({ at, heading }) => [at, heading],
    ),
  )
  return Array.from({ length: width }, (_, at): TableColumnMeaning => {
    const written = withoutBlanks(table.rows[headings?.at ?? 0]?.[at]?.text ?? '')
    const heading = named.get(at) ?? (written === '' || written.length > 20 ? columnLetter(at) : written)
    const field = choices[heading] ?? fields.get(at)
    return { at, heading, ...(field !== undefined && { field }) }
  })
}
