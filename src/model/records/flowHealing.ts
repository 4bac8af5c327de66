/**
 * Heals the flow of merged records. Concurrent inserts into one flowline, removals of neighbours and
 * undo leave flowlines to removed steps and steps without an incoming flowline. Edits record the place
 * of each step (`fields/traceFields.ts`); from these all clients compute the same result:
 * 1. A flowline with a removed end is extended to what followed that step, or preceded it.
 * 2. A step that lost its incoming flowline is put back into it, or gets a new one.
 * 3. Parts that hung together through removed steps only are joined (`rejoinedParts.ts`).
 * 4. A flow that nobody took apart is one (`wholeAgain.ts`).
 * Without recorded places the flow is left as it is.
 */
import type { Id } from '../chart.ts'
import { most } from '../kinds/limits.ts'
import type { FlowPart, RawFlow } from './rawFlow.ts'
import { healingId } from './rawFlow.ts'
import { enteredAgain } from './enteredAgain.ts'
import { rejoinedParts } from './rejoinedParts.ts'
import { wholeAgain } from './wholeAgain.ts'
import type { WaysOverGaps } from './waysOverGaps.ts'
import { waysOverGaps } from './waysOverGaps.ts'

/** The healed flowlines; both ends of each exist. Most edits leave the flow as it is: it is healed once. */
export function healedFlow<L extends FlowPart>(flow: RawFlow<L>): readonly L[] {
  const before = lastHealed.get(flow.lines)
  if (before?.places === flow.places && isSameOrder(before.steps, flow.steps))
    return before.healed as readonly L[]
  const healed = newlyHealed(flow)
  lastHealed.set(flow.lines, { places: flow.places, steps: flow.steps, healed })
  return healed
}

const lastHealed = new WeakMap<
  readonly FlowPart[],
  Pick<RawFlow, 'places' | 'steps'> & { readonly healed: readonly FlowPart[] }
>()

function isSameOrder(one: RawFlow['steps'], other: RawFlow['steps']): boolean {
  if (one === other) return true
  return (
    one.length === other.length &&
    one.every(({ id, order }, at) => id === other[at]!.id && order === other[at]!.order)
  )
}

function newlyHealed<L extends FlowPart>(flow: RawFlow<L>): readonly L[] {
  const closed = closedGaps(flow)
  if (flow.places.size === 0) return closed
  return wholeAgain(flow, rejoinedParts(flow, enteredAgain(flow, closed)))
}

/** Part 1 of the healing: no flowline leads to a removed step, but steps may lack an incoming flowline. */
export function closedGaps<L extends FlowPart>({ steps, lines, places }: RawFlow<L>): readonly L[] {
  const there = new Set(steps.map(({ id }) => id))
  const isWhole = (line: L) => there.has(line.from) && there.has(line.to)
  if (places.size === 0) return lines.filter(isWhole)
  const broken = lines.filter((line) => !isWhole(line))
  if (broken.length === 0) return lines
  const ways = waysOverGaps({ lines, places }, there)
  const found = new Map<string, L>(lines.filter(isWhole).map((line) => [pairOf(line), line]))
  const whole = new Map<Id, L>(lines.filter(isWhole).map((line) => [line.id, line]))
  for (const line of broken) {
    for (const [from, to] of pairsOf(line, there, ways)) {
      const healed = { ...line, from, to }
      const twin = from === to ? healed : found.get(pairOf(healed))
      if (!twin) {
        const id = whole.has(line.id) ? healingId(from, to) : line.id
        if (whole.has(id)) continue
        const made = { ...healed, id }
        whole.set(id, made)
        found.set(pairOf(made), made)
      } else if (twin !== healed && line.label !== undefined) {
        // Merges duplicate flowlines; a label present on only one is kept.
        const joined = twin.label === undefined ? { ...twin, label: line.label } : twin
        whole.set(twin.id, joined)
        found.set(pairOf(joined), joined)
      }
    }
  }
  return inOrderOf(lines, whole)
}

function pairOf({ from, to }: { readonly from: Id; readonly to: Id }): string {
  return JSON.stringify([from, to])
}

function inOrderOf<L extends FlowPart>(lines: readonly L[], whole: ReadonlyMap<Id, L>): readonly L[] {
  const known = new Set(lines.map(({ id }) => id))
  const kept = lines.flatMap(({ id }) => whole.get(id) ?? [])
  return [...kept, ...[...whole.values()].filter(({ id }) => !known.has(id))]
}

function pairsOf(line: FlowPart, there: ReadonlySet<Id>, ways: WaysOverGaps): readonly (readonly [Id, Id])[] {
  const froms = there.has(line.from) ? [line.from] : ways.back(line.from)
  const tos = there.has(line.to) ? [line.to] : ways.on(line.to)
  // No chart is meant like that; its steps are entered again from their places.
  if (froms.length * tos.length > most.things) return []
  return froms.flatMap((from) => tos.map((to) => [from, to] as const))
}
