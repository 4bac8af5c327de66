/** Reader: tables with headings of steps, in rows or across. */
import { meaningsOf } from '../tableReading/headings/headingMeaning.ts'
import { findHeadings } from '../tableReading/headings/findHeadings.ts'
import { transposedTable } from '../tableReading/headings/transposedTable.ts'
import type { PlacedTable } from '../documentSource/tablesOf.ts'
import type { ColumnChoices } from '../tableReading/headings/headings.ts'
import type { Candidate } from './documentReading.ts'
import { joinedRisks } from './joinedRisks.ts'
import { laneTable } from './laneTable.ts'
import { tablesOfPowers } from './tablesOfPowers.ts'

/** Sure by its headings; each further known column makes it surer. */
const sure = 100

export function readTables(tables: readonly PlacedTable[], choices: ColumnChoices): readonly Candidate[] {
  const single = tables.flatMap((table) => {
    const powers = tablesOfPowers(table)
    const [first] = powers
    if (!first) return candidateOf(table, choices)
    // The first power of the table is read, the others stay at hand.
    return powers.flatMap(({ power, table: part }, at) =>
      candidateOf(part, choices).map((candidate) => ({
        ...candidate,
        where: power,
        weight: candidate.weight - at / 100,
        uses: [table],
        doubts: [
          ...(candidate.doubts ?? []),
          { doubt: 'onePower', words: power, other: powers.length } as const,
        ],
      })),
    )
  })
  const both = joinedRisks(tables).flatMap(({ table, uses }) =>
    candidateOf(table, choices).map((candidate) => ({
      ...candidate,
      weight: candidate.weight + joinedIsSurer,
      uses,
      doubts: [...(candidate.doubts ?? []), { doubt: 'joinedTables' } as const],
    })),
  )
  const lanes = tables.flatMap((table): readonly Candidate[] => {
    const turned = laneTable(table)
    return turned
      ? [
          {
            kind: 'table',
            where: table.caption ?? table.sheet ?? '',
            table: turned,
            weight: sure + 5,
            uses: [table],
            doubts: [{ doubt: 'lanesAsPosts' }],
            ...(table.sheet !== undefined && { sheet: table.sheet }),
          },
        ]
      : []
  })
  return [...both, ...single, ...lanes]
}

const joinedIsSurer = 15

function candidateOf(table: PlacedTable, choices: ColumnChoices): readonly Candidate[] {
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
      ...(table.moreSheets && { moreSheets: table.moreSheets }),
      ...(!isNamed && { doubts: [{ doubt: 'weakName', words: name.heading }] }),
    },
  ]
}
