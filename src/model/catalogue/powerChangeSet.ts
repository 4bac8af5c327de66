/** The history of the catalogue: what one person changed in one go. */
import type { Id } from '../chart.ts'
import type { Fields } from '../records/records.ts'

/** A power before and after; without `before` it was added, without `after` removed. */
export interface PowerTurn {
  readonly id: Id
  readonly before?: Fields
  readonly after?: Fields
}

export interface PowerChangeSet {
  /** Numbered in the order in which they were kept. */
  readonly id: number
  /** ms since 1970 */
  readonly at: number
  /** Name where it is known. */
  readonly by: string
  readonly turns: readonly PowerTurn[]
}

/** A change set as it is listed: how many powers it changed, and the first of them. */
export interface ListedPowerChangeSet extends PowerChangeSet {
  readonly count: number
}

/** Powers of a change set that a list shows. */
export const mostListedTurns = 20

/** Answer of `GET /api/catalogue/history`, the newest first. */
export interface PowerHistory {
  readonly changeSets: readonly ListedPowerChangeSet[]
  /** Older ones are kept. */
  readonly more: boolean
}
