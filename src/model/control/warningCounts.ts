/** Counts of 预警 cases by the quarter in which they were opened; each case in exactly one row. */
import { chinaDay } from '../time/chinaDay.ts'
import type { Day } from './controlEvent.ts'
import { isLateWarning, type WarningCase } from './warningCase.ts'

export interface WarningCounts {
  /** 2026-Q1; '' for the sum. */
  readonly quarter: string
  readonly opened: number
  readonly toJudge: number
  readonly dismissed: number
  /** 成立: the rest. */
  readonly stands: number
  readonly treated: number
  readonly closed: number
  readonly late: number
  readonly green: number
  readonly yellow: number
  readonly orange: number
  readonly red: number
}

/** A row a quarter, in order, then the sum. */
export function warningCounts(cases: readonly WarningCase[], today: Day): readonly WarningCounts[] {
  const quarters = [...new Set(cases.map(quarterOf))].sort()
  return [
    ...quarters.map((quarter) =>
      counted(
        quarter,
        cases.filter((one) => quarterOf(one) === quarter),
        today,
      ),
    ),
    counted('', cases, today),
  ]
}

export function quarterOf({ opened }: WarningCase): string {
  const [year, month] = chinaDay(opened.at).split('-')
  return `${year}-Q${Math.ceil(Number(month) / 3)}`
}

function counted(quarter: string, cases: readonly WarningCase[], today: Day): WarningCounts {
  const count = (isCounted: (one: WarningCase) => boolean) => cases.filter(isCounted).length
  const ofColour = (colour: string) => count(({ treated }) => treated?.colour === colour)
  return {
    quarter,
    opened: cases.length,
    toJudge: count(({ state }) => state === 'toJudge'),
    dismissed: count(({ state }) => state === 'dismissed'),
    stands: count(({ judged }) => judged?.stands === true),
    treated: count(({ treated }) => treated !== undefined),
    closed: count(({ state }) => state === 'closed'),
    late: count((one) => isLateWarning(one, today)),
    green: ofColour('green'),
    yellow: ofColour('yellow'),
    orange: ofColour('orange'),
    red: ofColour('red'),
  }
}
