import { set } from '../../model/records/changes.ts'
import { allow, refuse } from '../../model/edits/refusal.ts'
import type { Fix } from './fix.ts'

/** Where all ways come together, they are awaited; a fork with one way, or of a decision, is none. */
export const fixForkWithoutJoin: Fix = (chart, { steps: [fork, join] }) => {
  const [one, other] = [fork, join].map((id) => chart.steps.find((step) => step.id === id))
  if (!one) return refuse('gone')
  if (join === undefined)
    return allow(set('steps', one.id, 'parallel', one.parallel === 'both' ? 'join' : undefined))
  if (!other) return refuse('gone')
  return allow(set('steps', other.id, 'parallel', other.parallel === 'fork' ? 'both' : 'join'))
}
