/** Reader: tables with headings of steps, in rows or across. */
import { meaningsOf } from '../tableReading/headings/headingMeaning.ts'
import { findHeadings } from '../tableReading/headings/findHeadings.ts'
import { transposedTable } from '../tableReading/headings/transposedTable.ts'
import type { PlacedTable } from '../documentSource/tablesOf.ts'
import type { ColumnChoices } from '../tableReading/headings/headings.ts'
import type { Candidate } from './documentReading.ts'

/** Sure by its headings; each further known column makes it surer. */
const sure = 100

export function readTables(tables: readonly PlacedTable[], choices: ColumnChoices): readonly Candidate[] {
  return tables.flatMap((table) => {
    const headings = findHeadings(transposedTable(table) ?? table, choices)
    const name = headings?.columns.get('name')
    if (!headings || !name || headings.at < 0) return []
    const isNamed = meaningsOf(name.heading)[0] === 'name' || choices[name.heading] !== undefined
    const fields = headings.columns.size
    return [
      {
        kind: 'table',
        where: table.caption ?? table.sheet ?? '',
        table,
        weight: sure + 5 * Math.min(6, fields) - (isNamed ? 0 : 40) - (fields < 2 ? 40 : 0),
        ...(table.sheet !== undefined && { sheet: table.sheet }),
        ...(!isNamed && { doubts: [{ doubt: 'weakName', words: name.heading }] }),
      },
    ]
  })
}
