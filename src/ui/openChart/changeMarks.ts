/** What a comparison shows on the canvas. `removed`: the thing is in the older chart only. */
import type { Id } from '../../model/chart.ts'

export type ChangeMark = 'added' | 'changed' | 'removed'

export interface ChangeMarks {
  readonly steps: ReadonlyMap<Id, ChangeMark>
  readonly flowlines: ReadonlyMap<Id, ChangeMark>
}
