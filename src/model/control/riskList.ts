import type { Day } from './controlEvent.ts'
import type { RiskFile, RiskState } from './riskArchive.ts'

export interface ListedRiskFile extends RiskFile {
  /** As of this year. */
  readonly state: RiskState
}

/** What the server answers. */
export interface RiskFileList {
  readonly today: Day
  /** As `MeasureList.may`. */
  readonly may: 'read' | 'write' | 'keep'
  /** By number. */
  readonly risks: readonly ListedRiskFile[]
  readonly years: readonly { readonly name: string; readonly at: number; readonly sha256: string }[]
  /** Charts that could not be read. */
  readonly failed: number
}
