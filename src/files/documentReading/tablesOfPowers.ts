/** A table of several powers (职权名称 merged over the steps of each): every power is a flow of its own. */
import { meansPowerName } from '../../text/recognition/powerHeadings.ts'
import type { PlacedTable } from '../documentSource/tablesOf.ts'
import { findHeadings } from '../tableReading/headings/findHeadings.ts'
import { tableLine } from '../tableReading/rows/tableLine.ts'

export interface TableOfPower {
  readonly power: string
  readonly table: PlacedTable
}

const mostPowers = 200

/** Empty unless the table has two powers or more, each with a step. */
export function tablesOfPowers(table: PlacedTable): readonly TableOfPower[] {
  const headings = findHeadings(table)
  const name = headings?.columns.get('name')
  if (!headings || !name || headings.at < 0) return []
  const column = (table.rows[headings.at] ?? []).findIndex(
    ({ text }, at) => at !== name.at && meansPowerName(text),
  )
  if (column < 0) return []
  const parts: { power: string; rows: PlacedTable['rows'][number][] }[] = []
  for (const [at, row] of table.rows.entries()) {
    if (at <= headings.at || tableLine(row, at + 1, headings)) continue
    const power = row[column]?.text.trim() ?? ''
    const last = parts.at(-1)
    if (power !== '' && power !== last?.power) parts.push({ power, rows: [row] })
    else last?.rows.push(row)
  }
  const withSteps = parts.filter(({ rows }) => rows.some((row) => (row[name.at]?.text.trim() ?? '') !== ''))
  const sizes = withSteps.filter(({ rows }) => rows.length > 1)
  // One row each is a list of powers, not of steps.
  if (withSteps.length < 2 || sizes.length === 0) return []
  return withSteps.slice(0, mostPowers).map(({ power, rows }) => ({
    power,
    table: {
      ...table,
      before: [power],
      rows: [table.rows.slice(headings.top, headings.at + 1), rows].flat(),
    },
  }))
}
