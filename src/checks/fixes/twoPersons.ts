import { set } from '../../model/records/changes.ts'
import { allow, refuse } from '../../model/edits/refusal.ts'
import type { Fix } from './fix.ts'

/** Sets `persons` to 2, as the statute requires (行政处罚法 art. 42; 行政许可法 arts. 34, 55). */
export const fixTwoPersons: Fix = (chart, { steps }) => {
  const there = steps.filter((id) => chart.steps.some((step) => step.id === id))
  return there.length > 0 ? allow(...there.map((id) => set('steps', id, 'persons', 2))) : refuse('gone')
}
