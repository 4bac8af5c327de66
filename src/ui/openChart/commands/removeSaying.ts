import type { Chart } from '../../../model/chart.ts'
import type { Edit } from '../../../model/edits/refusal.ts'
import type { Situation } from './command.ts'
import { removalSaid } from './removalSaid.ts'

/** Removes, says what that did to the procedure, and offers to take it back. Returns whether it was done. */
export function removeSaying({ doc, edit, sayDone }: Situation, decide: (chart: Chart) => Edit): boolean {
  const before = doc.chart()
  if (!edit(decide)) return false
  sayDone(removalSaid(before, doc.chart()))
  return true
}
