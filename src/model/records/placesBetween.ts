/**
 * The step places that an edit must record: of each step that was added, removed or entered
 * differently. Healing uses them (`flowHealing.ts`).
 */
import type { Id } from '../chart.ts'
import type { Change } from './changes.ts'
import { drop, put } from './changes.ts'
import { flowParts } from './flowParts.ts'
import { closedGaps, healedFlow } from './flowHealing.ts'
import { flowIn } from './flowIn.ts'
import { isSameValue } from './isSameValue.ts'
import { most } from '../kinds/limits.ts'
import type { FlowPart, RawFlow } from './rawFlow.ts'
import type { Records } from './records.ts'
import type { PlaceEnd, StepPlace } from './stepPlaces.ts'
import { mostPlaceEnds, wholeNote } from './stepPlaces.ts'

/**
 * `undo`: lines removed together with an undone step were not removed on purpose; the recorded places
 * of its neighbours are kept, but for those at which the flow begins again.
 */
export type PlaceCause = 'edit' | 'undo'

/** `before` is healed if the cause is an edit. */
export function placesBetween(before: Records, after: Records, cause: PlaceCause): readonly Change[] {
  const was = flowIn(before)
  const is = flowIn(after)
  const noted = { was: endsIn(closedGaps(was)), is: endsIn(closedGaps(is)), read: endsIn(healedFlow(was)) }
  const wasThere = new Set(was.steps.map(({ id }) => id))
  const isThere = new Set(is.steps.map(({ id }) => id))
  const room = { left: most.things - is.places.size }
  const gone = [...wasThere]
    .filter((id) => !isThere.has(id))
    .flatMap((id) => notingAnew(is, room, id, noted.read(id)))
  const there = [...isThere].flatMap((id) => {
    const [old, now] = [noted.was(id), noted.is(id)]
    if (isSameValue(old.before, now.before) && wasThere.has(id)) return []
    if (now.before.length > 0) return noting(is, room, id, now)
    const began = old.before.every(([, from]) => noted.was(from).before.length === 0)
    const wished = cause === 'edit' || began || old.before.some(([, from]) => isThere.has(from))
    return wished && wasThere.has(id) && is.places.has(id) ? [drop('stepPlaces', id)] : []
  })
  return [...gone, ...there, ...wholeness(is, room)]
}

/** Whether the flow is whole; where it is not, the steps that begin a part of their own are noted. */
function wholeness(flow: RawFlow, room: { left: number }): readonly Change[] {
  if (flow.steps.length < 2) return []
  const lines = closedGaps(flow)
  const parts = flowParts(flow, lines)
  const main = parts.largest()
  const entered = new Set(lines.map(({ to }) => to))
  const loose = flow.steps.filter(
    ({ id }) => parts.of(id) !== main && !entered.has(id) && !flow.places.has(id),
  )
  const nothing = { before: [], after: [] }
  const noted = loose.slice(0, Math.max(0, room.left)).map(({ id }) => put('stepPlaces', id, nothing))
  const whole = parts.size(main) === flow.steps.length
  if (whole === flow.places.has(wholeNote)) return noted
  return [...noted, whole ? put('stepPlaces', wholeNote, nothing) : drop('stepPlaces', wholeNote)]
}

function noting(flow: RawFlow, room: { left: number }, id: Id, place: StepPlace): readonly Change[] {
  const known = flow.places.get(id)
  const isKnown = known && isSameValue(asFields(known), asFields(place))
  return isKnown ? [] : notingAnew(flow, room, id, place)
}

/** Also what is known: another may drop it meanwhile, because the flow begins there now. */
function notingAnew(
  { places }: RawFlow,
  room: { left: number },
  id: Id,
  place: StepPlace,
): readonly Change[] {
  if (place.before.length + place.after.length === 0) return []
  if (!places.has(id)) room.left -= 1
  return room.left < 0 ? [] : [put('stepPlaces', id, asFields(place))]
}

function asFields({ before, after }: StepPlace) {
  return { before, after }
}

function endsIn(lines: readonly FlowPart[]): (step: Id) => StepPlace {
  const before = new Map<Id, PlaceEnd[]>()
  const after = new Map<Id, PlaceEnd[]>()
  for (const { id, from, to } of lines) {
    added(before, to, [id, from])
    added(after, from, [id, to])
  }
  return (step) => ({ before: before.get(step) ?? [], after: after.get(step) ?? [] })
}

function added(ends: Map<Id, PlaceEnd[]>, step: Id, end: PlaceEnd): void {
  const list = ends.get(step)
  if (!list) ends.set(step, [end])
  else if (list.length < mostPlaceEnds) list.push(end)
}
