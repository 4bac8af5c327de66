/** What can be read from a document: several readings of its flow, the best first. */
import type { readingKindName, SaidDoubt, SourceNote } from '../../text/messages/intake.ts'
import type { TableReading } from '../tableReading/tableReading.ts'
import type { Table } from '../tableSource/table.ts'

export type ReadingKind = keyof typeof readingKindName

/** What one reader proposes: a table that the reader of tables understands. */
export interface Candidate {
  readonly kind: ReadingKind
  /** Sheet, title of the list, or name of the power. */
  readonly where: string
  readonly table: Table
  /** Sure table readings have 100 and more; only the order counts. */
  readonly weight: number
  readonly doubts?: readonly SaidDoubt[]
  /** Sheet that it was read from, and sheets that continue it. */
  readonly sheet?: string
  readonly moreSheets?: readonly string[]
  /** Tables of the document that it is made of, where it is none of them. */
  readonly uses?: readonly Table[]
}

export interface FlowReading {
  readonly kind: ReadingKind
  readonly where: string
  readonly sheet?: string
  readonly uses?: readonly Table[]
  readonly table: Table
  readonly reading: TableReading
  readonly doubts: readonly SaidDoubt[]
  /** Text of the document that stands nowhere in the chart. */
  readonly unused: readonly string[]
}

/** Where a list without a flow belongs; or its table came with one cell a line, and has to be copied anew. */
export type OtherDoor = 'risks' | 'powers' | 'cellsAsLines'

export interface DocumentReading {
  readonly readings: readonly FlowReading[]
  readonly notes: readonly SourceNote[]
  /** Set if there is no flow, but a list that another place takes. */
  readonly door?: OtherDoor
  /** Names of sheets that the best reading does not use, and the number of further tables. */
  readonly otherSheets: readonly string[]
  readonly otherTables: number
  /** The largest table as it came, to be shown beside a refusal. */
  readonly grid: Table
}
