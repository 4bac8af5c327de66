/** What the store keeps of 办件 (see `tables.ts`). */
import type { FindingJudgement } from '../../model/cases/findingState.ts'
import type { PowerCase } from '../../model/cases/powerCase.ts'
import type { Brought, CaseSettings } from '../../model/cases/answers.ts'

export interface CaseTable {
  /**
   * Adds cases of a chart, in one transaction; one that is kept takes what is new of it. Undefined, and
   * nothing is kept, where the chart would have more than `mostCases`.
   */
  readonly bring: (chart: string, cases: readonly PowerCase[]) => Brought | undefined
  /** The next cases after a number, in the order of their numbers. Persons are numbers. */
  readonly page: (chart: string, after: string, atMost: number) => CasePage
  /** Takes away all cases of a chart, what was said of them, the names and the settings. */
  readonly remove: (chart: string) => void
  /** Takes away cases, of all charts, whose last event was before a time (`LocalTime`). */
  readonly prune: (before: string) => void
  /** False where the chart has no such case. */
  readonly judge: (chart: string, said: FindingJudgement) => boolean
  /** In the order in which they were said. */
  readonly judgements: (chart: string) => readonly FindingJudgement[]
  readonly settings: (chart: string) => CaseSettings
  readonly keepSettings: (chart: string, settings: CaseSettings) => void
}

export interface CasePage {
  readonly cases: readonly PowerCase[]
  readonly total: number
  /** Number → name. */
  readonly names: ReadonlyMap<string, string>
}

export const noCaseSettings: CaseSettings = { holdings: [], choices: [], untraced: [] }

/** Of one chart. */
export const mostCases = 200_000
