/** Answers of the API about 办件. Internal: nothing of them goes to viewers, files of charts or public pages. */
import type { FindingJudgement } from './findingState.ts'
import type { Holding, PowerCase } from './powerCase.ts'

/** Cases, by what came of bringing them. */
export interface Brought {
  readonly added: number
  readonly extended: number
  readonly same: number
}

/** How the cases of a chart are read. */
export interface CaseSettings {
  /** Who held which post, and when. */
  readonly holdings: readonly Holding[]
  /** Recorded name → name of a step. */
  readonly choices: readonly (readonly [string, string])[]
  /** Ids of steps that leave no trace. */
  readonly untraced: readonly string[]
}

/** A state of the chart that was approved (审定), with what it was approved from. */
export interface ApprovedEdition {
  readonly revision: string
  /** ms since 1970 */
  readonly at: number
}

export interface CaseAnswer {
  /** In the order of their numbers, after the number that was asked for. */
  readonly cases: readonly PowerCase[]
  readonly total: number
  /** False: persons are numbers, the same one throughout. */
  readonly isNamed: boolean
  /** With the first page alone. */
  readonly about?: {
    readonly settings: CaseSettings
    readonly judgements: readonly FindingJudgement[]
    readonly editions: readonly ApprovedEdition[]
  }
}

/** Cases of one request. */
export const mostCasesAtOnce = 1000
