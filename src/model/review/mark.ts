/**
 * 审核意见 and their replies, as data. Stored apart from the chart, so that they survive a removed step.
 * Only the server writes them; clients send commands (`decide.ts`).
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

/** 待整改 → 已整改 → 复核通过 or 退回; a returned mark can be settled again; a withdrawn one stays to be read. */
export type MarkState = 'open' | 'done' | 'accepted' | 'returned' | 'withdrawn'

/** Keeps the name at that time, so that the mark stays readable after the target is removed. */
export type MarkTarget =
  | { readonly on: 'chart' }
  | { readonly on: 'step' | 'risk' | 'measure' | 'post'; readonly id: Id; readonly name: string }

export interface Author {
  readonly id: string
  readonly name: string
  readonly post: string
}

/** A text with its author and time (ms since 1970). */
export interface Said {
  readonly by: Author
  readonly at: number
  readonly text: string
}

/** A reply; one that changes the mark's state carries the new state. */
export interface Reply extends Said {
  readonly state?: MarkState
}

export interface ReviewMark extends Said {
  readonly id: Id
  readonly target: MarkTarget
  readonly kind: MarkKind
  /** Level suggested by the reviewer: a name, because schemes change. */
  readonly suggestedLevel?: string
  readonly state: MarkState
  readonly replies: readonly Reply[]
}

/** Whether a mark must be settled before a rung can be passed. */
export function isUnsettled({ state }: Pick<ReviewMark, 'state'>): boolean {
  return state !== 'accepted' && state !== 'withdrawn'
}
