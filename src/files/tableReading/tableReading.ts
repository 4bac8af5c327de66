/** The result of reading a table: row by row, and the chart built from it. */
import type { Chart, Id, StepKind } from '../../model/chart.ts'
import type { TimeLimit } from '../../model/time/timeLimit.ts'
import type { TableFault } from '../../text/messages/faults.ts'

/** An error omitted something; a warning should be reviewed. `sayFault` gives the Chinese sentence. */
export interface TableProblem {
  readonly fault: TableFault
  readonly severity: 'error' | 'warning'
  /** Row number from 1; undefined for the whole table. */
  readonly row?: number
  /** Heading of the column, or its letter. */
  readonly column?: string
  /** Set for a transposed table: `row` is a column number, `column` the heading of a row. */
  readonly turned?: true
  readonly words?: string
  /** Another row, or a limit. */
  readonly other?: number
}

export interface NextReading {
  readonly step: Id
  /** Row of that step in the table. */
  readonly row: number
  readonly label?: string
}

export interface RiskReading {
  readonly text: string
  /** Id of a level of the grading scheme. */
  readonly level?: Id
}

/** One step with the content of its rows. */
export interface RowReading {
  /** Number of its first row in the source, from 1. */
  readonly row: number
  readonly step: Id
  /** 序号, as written. */
  readonly number?: string
  readonly name: string
  readonly kind: StepKind
  readonly posts: readonly string[]
  readonly limit?: TimeLimit
  readonly next: readonly NextReading[]
  readonly risks: readonly RiskReading[]
  readonly measures: readonly string[]
  readonly notes: readonly TableProblem[]
  /** Set for an end without a row: another step's 下一步 names it. */
  readonly added?: true
}

export interface TableReading {
  readonly rows: readonly RowReading[]
  readonly problems: readonly TableProblem[]
  /** Headings of unrecognised columns; their cells are in the notes of the steps. */
  readonly ignoredColumns: readonly string[]
  /** Title from a line above the headings. */
  readonly title?: string
  readonly unit?: string
  /** Null if no step was found. */
  readonly chart: Chart | null
}
