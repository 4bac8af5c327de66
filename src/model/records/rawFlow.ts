/** The flow of merged records, before it is healed. */
import type { Flowline, Id } from '../chart.ts'
import type { StepPlace } from './stepPlaces.ts'

export type FlowPart = Pick<Flowline, 'id' | 'order' | 'from' | 'to' | 'label'>

export interface RawFlow<L extends FlowPart = FlowPart> {
  /** In order. */
  readonly steps: readonly { readonly id: Id; readonly order: string }[]
  /** In order; ends may be gone. */
  readonly lines: readonly L[]
  /** By step, also by steps that are gone. */
  readonly places: ReadonlyMap<Id, StepPlace>
}

/** Made of both ends: everybody who heals writes the same record. */
export function healingId(from: Id, to: Id): Id {
  return `${from}~${to}`
}
