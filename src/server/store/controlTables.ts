/** What the store keeps of 防控 (see `tables.ts`). */
import type { ControlEvent } from '../../model/control/controlEvent.ts'

/** What lists say of a chart, as its measures were read last. */
export interface ControlFacts {
  readonly title: string
  readonly unit: string
  readonly office: string
  /** SHA-256 of the chart file, hex. */
  readonly hash: string
  /** Its risks are in the archive too; absent where a version before that looked. */
  readonly withRisks?: true
}

/** A chart that is not in the bin. */
export interface ControlledChart {
  readonly id: string
  /** ms since 1970 */
  readonly changedAt: number
  /** Number of its last update. */
  readonly seq: number
  /** Up to which update its measures are in the 台账; absent: none yet. */
  readonly seen?: { readonly through: number; readonly facts: ControlFacts }
}

export interface ControlTable {
  /** Appends if there are exactly `expected` events; otherwise returns false. `file` goes with it or not at all. */
  readonly add: (
    chart: string,
    expected: number,
    event: ControlEvent,
    file: { readonly id: string; readonly bytes: Uint8Array } | undefined,
  ) => boolean
  /** As `add`, of what the chart says, and notes how far it was read. */
  readonly plan: (chart: string, expected: number, planned: PlannedChart) => boolean
  /** In the order in which they happened. */
  readonly list: (chart: string) => readonly ControlEvent[]
  readonly charts: () => readonly ControlledChart[]
  readonly file: (id: string) => Uint8Array | undefined
}

export interface PlannedChart {
  readonly events: readonly ControlEvent[]
  readonly through: number
  readonly facts: ControlFacts
}

/** A year as it was frozen. */
export interface FrozenYear {
  readonly name: string
  /** ms since 1970 */
  readonly at: number
  /** Of its bytes, hex. */
  readonly sha256: string
}

/** 防控 of the whole unit: events by stream (`warning:…`, `risks`), as JSON. */
export interface UnitEventTable {
  /** Appends if there are exactly `expected` events; otherwise returns false. */
  readonly add: (stream: string, expected: number, events: readonly string[]) => boolean
  readonly list: (stream: string) => readonly string[]
  /** Of all streams whose name begins so, by name. */
  readonly streams: (
    beginning: string,
  ) => readonly { readonly stream: string; readonly events: readonly string[] }[]
  /** False where a year of that name is frozen already. */
  readonly freeze: (year: FrozenYear, bytes: Uint8Array) => boolean
  readonly years: () => readonly FrozenYear[]
  readonly year: (name: string) => Uint8Array | undefined
}
