/** Marks of a comparison on the canvas. `removed`: exists in the older chart only. */
import type { Id } from '../../model/chart.ts'

export type ChangeMark = 'added' | 'changed' | 'removed'

export interface ChangeMarks {
  readonly steps: ReadonlyMap<Id, ChangeMark>
  readonly flowlines: ReadonlyMap<Id, ChangeMark>
}
