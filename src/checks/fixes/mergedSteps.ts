import { put, set } from '../../model/records/changes.ts'
import { orderAfter } from '../../model/records/order.ts'
import { allow, refuse } from '../../model/edits/refusal.ts'
import { merelyListed, mostPrefix } from '../../text/library/fixes.ts'
import type { Fix } from './fix.ts'

/**
 * Splits a step whose name lists two acts. The first step keeps posts, limit and risks; the second has
 * no post, because it is unknown.
 */
export const fixMergedSteps: Fix = (chart, { steps: [id], words }, newId) => {
  const step = chart.steps.find((each) => each.id === id)
  const [first, second] = [String(words?.['first'] ?? ''), String(words?.['second'] ?? '')]
  if (!step || first === '' || second === '') return refuse('gone', id)
  const at = step.name.indexOf(first)
  const then = step.name.indexOf(second, at + first.length)
  const between = step.name.slice(at + first.length, then)
  const isListed = merelyListed.test(between) && then + second.length === step.name.length
  if (at < 0 || then < 0 || at > mostPrefix || !isListed) return refuse('too-few-exits', id)
  const prefix = step.name.slice(0, at)
  const made = newId()
  const exits = chart.flowlines.filter(({ from }) => from === step.id)
  return allow(
    set('steps', step.id, 'name', prefix + first),
    put('steps', made, { order: orderAfter(chart.steps, step.id), kind: step.kind, name: prefix + second }),
    ...exits.map((line) => set('flowlines', line.id, 'from', made)),
    put('flowlines', newId(), {
      order: orderAfter(chart.flowlines, exits.at(-1)?.id),
      from: step.id,
      to: made,
    }),
  )
}
