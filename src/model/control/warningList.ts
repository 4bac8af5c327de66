import type { Day } from './controlEvent.ts'
import type { WarningCase } from './warningCase.ts'

/** What the server answers: the newest first. */
export interface WarningList {
  readonly today: Day
  /** As `MeasureList.may`. */
  readonly may: 'read' | 'write' | 'keep'
  readonly warnings: readonly WarningCase[]
  readonly late: number
}
