/** The flow of merged records before healing. */
import type { Flowline, Id } from '../chart.ts'
import type { StepPlace } from './stepPlaces.ts'

export type FlowPart = Pick<Flowline, 'id' | 'order' | 'from' | 'to' | 'label' | 'side'>

export interface RawFlow<L extends FlowPart = FlowPart> {
  /** In order. */
  readonly steps: readonly { readonly id: Id; readonly order: string }[]
  /** Sorted; ends may be missing. */
  readonly lines: readonly L[]
  /** By step id, including removed steps. */
  readonly places: ReadonlyMap<Id, StepPlace>
}

/** Derived from both ends, so that all clients write the same record. */
export function healingId(from: Id, to: Id): Id {
  return `${from}~${to}`
}
