import { tableErrors, type TableFault } from '../text/faults.ts'
import type { TableField } from '../text/headings.ts'
import type { Headings } from './tableHeadings.ts'
import type { TableProblem } from './tableReading.ts'

type Said = Pick<TableProblem, 'words' | 'other'>

/** Gathers problems while a table is read; the column is named as its heading is written. */
export interface Problems {
  readonly error: (fault: TableFault, row?: number, field?: TableField, said?: Said) => void
  readonly warning: (fault: TableFault, row?: number, field?: TableField, said?: Said) => void
  /** In the order of the rows. */
  readonly all: () => readonly TableProblem[]
}

export function gatherProblems(headings: Headings | undefined): Problems {
  const found: TableProblem[] = []
  const add = (fault: TableFault, row?: number, field?: TableField, said: Said = {}) => {
    const column = field && headings?.columns.get(field)?.heading
    found.push({
      fault,
      severity: tableErrors.has(fault) ? 'error' : 'warning',
      ...(row !== undefined && { row }),
      ...(column !== undefined && { column }),
      ...said,
    })
  }
  return { error: add, warning: add, all: () => [...found].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) }
}
