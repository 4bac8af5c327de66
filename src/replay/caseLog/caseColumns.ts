/** Which column of a case table is which, by its headings; a choice of the person goes before. */
import type { CaseColumn } from '../../text/recognition/caseWords.ts'
import type { Cell } from '../../files/tableSource/table.ts'
import { knownCaseColumn } from './knownCaseColumn.ts'

const times: readonly CaseColumn[] = ['startDate', 'start', 'endDate', 'end']

export interface CaseColumns {
  /** Index of the row of headings. */
  readonly headingRow: number
  readonly columns: ReadonlyMap<CaseColumn, number>
  /** Headings that we do not know. */
  readonly unknown: readonly string[]
}

/**
 * Among the first rows of a table; `choices`: heading → column. Undefined where no row names the case, a step or a state, and a time.
 */
export function caseColumns(
  rows: readonly (readonly Cell[])[],
  choices: ReadonlyMap<string, CaseColumn> = new Map(),
): CaseColumns | undefined {
  for (const [headingRow, row] of rows.entries()) {
    const columns = new Map<CaseColumn, number>()
    const unknown: string[] = []
    row.forEach(({ text, covered }, at) => {
      const heading = text.trim()
      if (heading === '' || covered) return
      const column = choices.get(heading) ?? knownCaseColumn(heading)
      if (column === undefined || columns.has(column)) unknown.push(heading)
      else columns.set(column, at)
    })
    const has = (column: CaseColumn) => columns.has(column)
    if (has('case') && (has('step') || has('status')) && times.some(has))
      return { headingRow, columns, unknown }
  }
  return undefined
}
