/**
 * 审核意见 and the rounds they belong to, as data. They are kept apart from the chart:
 * what hangs on a step outlives the step. The server is their only author; everybody
 * else sends commands (`decide.ts`).
 */
import type { Id } from '../chart.ts'

/** 漏查风险、等级偏低、等级偏高、措施空泛、职责不分、时限超期、表述不清、其他 (domain F7: what reviewers send back). */
export const markKinds = [
  'missedRisk',
  'levelTooLow',
  'levelTooHigh',
  'hollowMeasure',
  'dutiesNotSeparated',
  'limitExceeded',
  'unclear',
  'other',
] as const

export type MarkKind = (typeof markKinds)[number]

/** 待整改 → 已整改 → 复核通过 or 退回, which waits for another try. */
export type MarkState = 'open' | 'done' | 'accepted' | 'returned'

/** Its name as it was called then, so that the mark can be read when the thing is gone. */
export type MarkTarget =
  | { readonly on: 'chart' }
  | { readonly on: 'step' | 'risk' | 'measure' | 'post'; readonly id: Id; readonly name: string }

export interface Author {
  readonly id: string
  readonly name: string
  readonly post: string
}

/** Something somebody said, ms since 1970. */
export interface Said {
  readonly by: Author
  readonly at: number
  readonly text: string
}

/** A reply that moves the mark on carries the state that it led to. */
export interface Reply extends Said {
  readonly state?: MarkState
}

export interface ReviewMark extends Said {
  readonly id: Id
  readonly target: MarkTarget
  readonly kind: MarkKind
  /** Name of the level that the reviewer would give: a name, because schemes change. */
  readonly suggestedLevel?: string
  readonly state: MarkState
  readonly replies: readonly Reply[]
}

/** What still has to be settled before a rung can be passed. */
export function isUnsettled({ state }: Pick<ReviewMark, 'state'>): boolean {
  return state !== 'accepted'
}
