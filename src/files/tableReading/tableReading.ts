/** What was understood of a table, row by row, and the chart that was made of it. */
import type { Chart, Id, StepKind } from '../../model/chart.ts'
import type { TimeLimit } from '../../model/time/timeLimit.ts'
import type { TableFault } from '../../text/messages/faults.ts'

/** An error left something out; a warning wants to be looked at. `sayFault` says both in Chinese. */
export interface TableProblem {
  readonly fault: TableFault
  readonly severity: 'error' | 'warning'
  /** As a person counts, from 1; none where the whole table is meant. */
  readonly row?: number
  /** Heading of the column, or its letter. */
  readonly column?: string
  /** The steps run across the table: `row` counts its columns, and `column` heads a row. */
  readonly turned?: true
  readonly words?: string
  /** Another row, or a limit. */
  readonly other?: number
}

export interface NextReading {
  readonly step: Id
  /** Where that step stands in the table. */
  readonly row: number
  readonly label?: string
}

export interface RiskReading {
  readonly text: string
  /** Id of a level of the grading scheme. */
  readonly level?: Id
}

/** One step, with everything from the rows that belong to it. */
export interface RowReading {
  /** Its first row in the source, as a person counts. */
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
  /** An end that has no row of its own: it is named in the 下一步 of another. */
  readonly added?: true
}

export interface TableReading {
  readonly rows: readonly RowReading[]
  readonly problems: readonly TableProblem[]
  /** Headings of the columns that say nothing to us: their cells stand in the notes of the steps. */
  readonly ignoredColumns: readonly string[]
  /** From a line above the headings. */
  readonly title?: string
  readonly unit?: string
  /** Null where no step could be made. */
  readonly chart: Chart | null
}
