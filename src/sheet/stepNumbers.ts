import type { Id } from '../model/chart.ts'
import type { SheetContent } from './sheetContent.ts'

/** The number of each step, as in the text twin; on the sheets of a split chart as in the whole chart. */
export function stepNumbers({ edition, part }: SheetContent): ReadonlyMap<Id, number> {
  return part?.numbers ?? new Map(edition.chart.steps.map(({ id }, at) => [id, at + 1]))
}
