/**
 * Second part of healing the flow: a step that lost its incoming flowline in a merge gets one again.
 * If that flowline now leads elsewhere, the step is inserted into it: A → X → B.
 */
import type { Id } from '../chart.ts'
import type { FlowPart, RawFlow } from './rawFlow.ts'
import { healingId } from './rawFlow.ts'
import type { PlaceEnd, StepPlace } from './stepPlaces.ts'

/** `closed`: flowlines whose ends all exist. */
export function enteredAgain<L extends FlowPart>(flow: RawFlow<L>, closed: readonly L[]): readonly L[] {
  const there = new Set(flow.steps.map(({ id }) => id))
  let lines = closed
  let entered = new Set(lines.map(({ to }) => to))
  // In reverse order, so that steps waiting for the same flowline end up in their order.
  for (const { id, order } of [...flow.steps].reverse()) {
    const place = flow.places.get(id)
    if (!place || place.before.length === 0 || entered.has(id)) continue
    lines = withEntry({ flow, there, lines }, { id, order, place })
    entered = new Set(lines.map(({ to }) => to))
  }
  return withoutIslands({ flow, there, lines })
}

interface Healing<L extends FlowPart> {
  readonly flow: RawFlow<L>
  readonly there: ReadonlySet<Id>
  readonly lines: readonly L[]
}

interface Stranded {
  readonly id: Id
  readonly order: string
  readonly place: StepPlace
}

/** Where a stranded step is attached: inside a flowline, or after a step. */
type Entry<L> = { readonly line: L } | { readonly from: Id }

function withEntry<L extends FlowPart>(healing: Healing<L>, step: Stranded): readonly L[] {
  const entries = entriesOf(healing, step.id, step.place)
  const apart = reachedFrom(healing.lines, otherStarts(healing, step.id))
  const entry =
    entries.find((each) => apart.has(sourceOf(each))) ?? entryByPosition(healing, step, apart) ?? entries[0]
  if (!entry) return healing.lines
  return 'line' in entry
    ? chained(healing.lines, entry.line, step)
    : withFlowline(healing.lines, entry.from, step.id, step.order)
}

function sourceOf(entry: Entry<FlowPart>): Id {
  return 'line' in entry ? entry.line.from : entry.from
}

/**
 * If what led to the step cannot be told any more, or the flow began there and does no longer: the flowline to what follows the step, else the nearest step before it in the list.
 * Only within `apart`, the steps that are reached without it.
 */
function entryByPosition<L extends FlowPart>(
  { flow, lines }: Healing<L>,
  { id, place }: Stranded,
  apart: ReadonlySet<Id>,
): Entry<L> | undefined {
  const followers = new Set([
    ...place.after.map(([, to]) => to),
    ...lines.flatMap(({ from, to }) => (from === id ? [to] : [])),
  ])
  const line = lines.find(({ from, to }) => followers.has(to) && apart.has(from))
  if (line) return { line }
  const at = flow.steps.findIndex((each) => each.id === id)
  const others = [...flow.steps.slice(0, at).reverse(), ...flow.steps.slice(at)]
  const from = others.find((each) => apart.has(each.id))?.id
  return from === undefined ? undefined : { from }
}

function otherStarts({ flow, lines }: Healing<FlowPart>, step: Id): readonly Id[] {
  const entered = new Set(lines.map(({ to }) => to))
  return flow.steps.flatMap(({ id }) => (id === step || entered.has(id) ? [] : [id]))
}

/** In order of preference. */
function entriesOf<L extends FlowPart>(healing: Healing<L>, id: Id, place: StepPlace): readonly Entry<L>[] {
  const seen = new Set<Id>([id])
  const entriesAt = (ends: readonly PlaceEnd[]): readonly Entry<L>[] =>
    ends.flatMap(([flowline, from]) => {
      const line = healing.lines.find((each) => each.id === flowline)
      if (line && line.from !== id) return [{ line }]
      if (healing.there.has(from)) return from === id ? [] : [entryBehind(healing, from, place)]
      if (seen.has(from)) return []
      seen.add(from)
      return entriesOver(healing, id, from, entriesAt)
    })
  return entriesAt(place.before)
}

/** If the source step is gone: use what was drawn to that step since, else its former place. */
function entriesOver<L extends FlowPart>(
  { flow, lines }: Healing<L>,
  id: Id,
  gone: Id,
  entriesAt: (ends: readonly PlaceEnd[]) => readonly Entry<L>[],
): readonly Entry<L>[] {
  const drawn = new Set(flow.lines.flatMap((line) => (line.to === gone ? [line.id] : [])))
  const led = lines.filter((line) => drawn.has(line.id) && line.from !== id)
  return led.length > 0 ? led.map((line) => ({ line })) : entriesAt(flow.places.get(gone)?.before ?? [])
}

/** The flowline from there to what followed the stranded step; else a new exit. */
function entryBehind<L extends FlowPart>({ lines }: Healing<L>, from: Id, { after }: StepPlace): Entry<L> {
  const followers = new Set(after.map(([, to]) => to))
  const line = lines.find((each) => each.from === from && followers.has(each.to))
  return line ? { line } : { from }
}

/**
 * Inserts the stranded step into `line` if its own exits and the flowline reach a common step; those
 * exits then lead to the flowline's former end. Otherwise both run in parallel.
 */
function chained<L extends FlowPart>(
  lines: readonly L[],
  line: L,
  { id, order, place }: Stranded,
): readonly L[] {
  const beyond = reachedFrom(lines, [line.to])
  const beside = () => withFlowline(lines, line.from, id, order)
  if (beyond.has(id)) return beside()
  const exits = lines.some((each) => each.from === id)
  if (!exits) {
    // An end step gets no exit.
    if (place.after.length === 0) return beside()
    const entered = lines.map((each) => (each.id === line.id ? { ...each, to: id } : each))
    return withFlowline(entered, id, line.to, order)
  }
  const before = reachedFrom(lines, [id], beyond)
  if (before.has(line.from)) return beside()
  const tails = lines.filter((each) => before.has(each.from) && beyond.has(each.to))
  const noted = new Set(place.after.map(([, to]) => to))
  const ends = new Set(tails.map(({ to }) => to))
  const meant = ends.size > 1 ? tails.filter(({ to }) => noted.has(to)) : tails
  const end = meant[0]?.to
  if (end === undefined) return beside()
  const turned = new Set(meant.filter(({ to }) => to === end).map((each) => each.id))
  return lines.map((each) => {
    if (each.id === line.id) return { ...each, to: id }
    return turned.has(each.id) ? { ...each, to: line.to } : each
  })
}

function withFlowline<L extends FlowPart>(
  lines: readonly L[],
  from: Id,
  to: Id,
  order: string,
): readonly L[] {
  const id = healingId(from, to)
  if (from === to || lines.some((line) => line.id === id || (line.from === from && line.to === to)))
    return lines
  return [...lines, { id, order, from, to } as L]
}

/**
 * Attaches circles of steps without an entry: through the first step with a recorded place outside the
 * circle.
 */
function withoutIslands<L extends FlowPart>({ flow, there, lines: given }: Healing<L>): readonly L[] {
  let lines = given
  for (;;) {
    const reached = reachedFrom(lines, otherStarts({ flow, there, lines }, ''))
    const entered = new Set(lines.map(({ to }) => to))
    const islanders = flow.steps.filter(({ id }) => !reached.has(id) && entered.has(id))
    if (islanders.length === 0 || reached.size === 0) return lines
    const bridge = islanders.flatMap(({ id, order }) => {
      const place = flow.places.get(id)
      const entries = place ? entriesOf({ flow, there, lines }, id, place) : []
      const from = entries
        .map((entry) => ('line' in entry ? entry.line.from : entry.from))
        .find((each) => reached.has(each))
      return from === undefined ? [] : [{ from, to: id, order }]
    })[0]
    if (!bridge) return lines
    const bridged = withFlowline(lines, bridge.from, bridge.to, bridge.order)
    if (bridged.length === lines.length) return lines
    lines = bridged
  }
}

/** The steps reachable from `starts`, including them, without entering `walls`. */
function reachedFrom(
  lines: readonly FlowPart[],
  starts: readonly Id[],
  walls: ReadonlySet<Id> = new Set(),
): ReadonlySet<Id> {
  const exits = new Map<Id, Id[]>()
  for (const { from, to } of lines) {
    const list = exits.get(from)
    if (list) list.push(to)
    else exits.set(from, [to])
  }
  const reached = new Set(starts)
  for (const step of reached) {
    for (const to of exits.get(step) ?? []) if (!walls.has(to)) reached.add(to)
  }
  return reached
}
