/**
 * A flow that nobody took apart is one: where edits that each left it whole came apart in merging, and
 * no record tells how the parts hung together, they are joined by their steps' places in the list. An
 * edit that takes the flow apart drops the note that it is whole, and notes which steps stand apart
 * (`placesBetween.ts`).
 */
import type { Id } from '../chart.ts'
import { flowParts } from './flowParts.ts'
import type { FlowPart, RawFlow } from './rawFlow.ts'
import { healingId } from './rawFlow.ts'
import { wholeNote } from './stepPlaces.ts'

/** `healed`: flowlines whose ends all exist. */
export function wholeAgain<L extends FlowPart>(flow: RawFlow<L>, healed: readonly L[]): readonly L[] {
  if (!flow.places.has(wholeNote)) return healed
  const parts = flowParts(flow, healed)
  const main = parts.largest()
  if (parts.size(main) === flow.steps.length) return healed
  const isLoose = (id: Id) => flow.places.get(id)?.before.length === 0
  const entered = new Set(healed.map(({ to }) => to))
  const others = [...new Set(flow.steps.map(({ id }) => parts.of(id)))].filter((part) => part !== main)
  const made = others.flatMap((part) => {
    const own = flow.steps.filter(({ id }) => parts.of(id) === part)
    if (own.some(({ id }) => isLoose(id))) return []
    const first = own.find(({ id }) => !entered.has(id)) ?? own[0]!
    const { from, to } = jointAt(flow.steps, first.id, (id) => parts.of(id) === main)
    return [{ id: healingId(from, to), order: first.order, from, to } as L]
  })
  return made.length === 0 ? healed : [...healed, ...made]
}

/** From the nearest step of the main part before it, else to the nearest one behind it. */
function jointAt(
  steps: RawFlow['steps'],
  first: Id,
  isMain: (step: Id) => boolean,
): Pick<FlowPart, 'from' | 'to'> {
  const at = steps.findIndex(({ id }) => id === first)
  const before = steps
    .slice(0, at)
    .reverse()
    .find(({ id }) => isMain(id))
  if (before) return { from: before.id, to: first }
  return { from: first, to: steps.slice(at).find(({ id }) => isMain(id))!.id }
}
