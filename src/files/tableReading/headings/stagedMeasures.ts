/**
 * 前期预防, 中期监控 and 后期处置 as columns of their own, alone or below 防控措施: one column of measures, each
 * with its stage before it.
 */
import { headingWords } from '../../../text/recognition/headings.ts'
import { emptyCell, measureStageHeading } from '../../../text/recognition/tableWords.ts'
import type { Cell, Table } from '../../tableSource/table.ts'
import { meaningsOf, withoutBlanks } from './headingMeaning.ts'

const mostTop = 8

/** Unchanged without two such columns beside each other. */
export function stagedMeasures(table: Table): Table {
  const heading = table.rows.slice(0, mostTop).findIndex((row) => stagesIn(row).length > 1)
  if (heading < 0) return table
  const stages = stagesIn(table.rows[heading]!)
  const [first, ...others] = stages
  const names = stages.map((at) => withoutBlanks(table.rows[heading]![at]!.text))
  const above = table.rows[heading - 1]?.[first!]
  const isBelowGroup = above !== undefined && meaningsOf(above.text)[0] === 'measures'
  const rows = table.rows.map((row, at) => {
    if (at < heading) return row
    const isHeading = at === heading
    const text = isHeading ? headingWords.measures[0] : joined(row, stages, names)
    // The group's own heading says it already.
    const cell: Cell = isHeading && isBelowGroup ? { text, covered: 'above' } : { ...row[first!], text }
    return row.map((each, place) => (place === first ? cell : others.includes(place) ? { text: '' } : each))
  })
  const ungrouped = rows.map((row, at) =>
    at === heading - 1 && isBelowGroup
      ? row.map((each, place) => (others.includes(place) ? { text: '' } : each))
      : row,
  )
  return { ...table, rows: ungrouped }
}

function stagesIn(row: readonly Cell[]): readonly number[] {
  return [...row.entries()].flatMap(([at, { text, covered }]) =>
    covered === undefined && measureStageHeading.test(withoutBlanks(text)) ? [at] : [],
  )
}

function joined(row: readonly Cell[], stages: readonly number[], names: readonly string[]): string {
  return stages
    .flatMap((at, index) => {
      const text = row[at]?.covered ? '' : (row[at]?.text.trim() ?? '')
      return text === '' || emptyCell.test(text)
        ? []
        : [`${names[index]}：${text.replaceAll(/\s*\n\s*/g, ' ')}`]
    })
    .join('；')
}
