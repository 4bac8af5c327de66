import { tableErrors, tableLeavesOut, type TableFault } from '../../text/messages/faults.ts'
import type { TableField } from '../../text/recognition/headings.ts'
import type { Headings } from './headings/headings.ts'
import type { TableProblem } from './tableReading.ts'

type Said = Pick<TableProblem, 'words' | 'other'>

/** Collects problems while reading; columns are named by their heading. */
export interface Problems {
  readonly error: (fault: TableFault, row?: number, field?: TableField, said?: Said) => void
  readonly warning: (fault: TableFault, row?: number, field?: TableField, said?: Said) => void
  /** All problems in row order. */
  readonly all: () => readonly TableProblem[]
  /** Cells whose text was not fully used in the chart. */
  readonly leftOut: () => readonly UnreadText[]
}

export interface UnreadText {
  readonly row: number
  readonly field: TableField
}

/** `across`: the table was transposed, so that our rows are columns of the source. */
export function gatherProblems(
  headings: Headings | undefined,
  across: 'rows' | 'columns' = 'rows',
): Problems {
  const found: TableProblem[] = []
  const leftOut: UnreadText[] = []
  const add = (fault: TableFault, row?: number, field?: TableField, said: Said = {}) => {
    const column = field && headings?.columns.get(field)?.heading
    if (row !== undefined && field && tableLeavesOut.has(fault)) leftOut.push({ row, field })
    found.push({
      fault,
      severity: tableErrors.has(fault) ? 'error' : 'warning',
      ...(row !== undefined && { row }),
      ...(column !== undefined && { column }),
      ...(across === 'columns' && { turned: true }),
      ...said,
    })
  }
  return {
    error: add,
    warning: add,
    all: () => [...found].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
    leftOut: () => leftOut,
  }
}
