/**
 * Heals the flow of merged records. Two people who insert into one flowline, remove neighbours,
 * or build on what another takes back leave flowlines to steps that are gone and steps that
 * nothing leads to any more. Edits note the place of each step in the flow
 * (`fields/traceFields.ts`); from these notes everybody heals the same way:
 * 1. A flowline whose end is gone goes on to what followed that step, or comes from what led to it.
 * 2. A step that had a way in and has none is put back into its flowline, or gets a flowline of its own.
 * Without notes the flow is read as it is.
 */
import type { Id } from '../chart.ts'
import type { FlowPart, RawFlow } from './rawFlow.ts'
import { healingId } from './rawFlow.ts'
import type { StepPlace } from './stepPlaces.ts'
import { enteredAgain } from './enteredAgain.ts'

/** The flowlines as they are read: every end is a step that is there. */
export function healedFlow<L extends FlowPart>(flow: RawFlow<L>): readonly L[] {
  const closed = closedGaps(flow)
  return flow.places.size === 0 ? closed : enteredAgain(flow, closed)
}

/** The flowlines after the first half of the healing: none to nowhere, but steps may be left without a way in. */
export function closedGaps<L extends FlowPart>({ steps, lines, places }: RawFlow<L>): readonly L[] {
  const there = new Set(steps.map(({ id }) => id))
  const isWhole = (line: L) => there.has(line.from) && there.has(line.to)
  if (places.size === 0) return lines.filter(isWhole)
  const broken = lines.filter((line) => !isWhole(line))
  if (broken.length === 0) return lines
  const ways = waysOver({ there, lines, places })
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
        // Doubled flowlines are joined; the label that only one of them has stays.
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

interface Ways {
  /** Steps that are there and follow a step that is gone. */
  readonly on: (gone: Id) => readonly Id[]
  /** Steps that are there and lead to a step that is gone. */
  readonly back: (gone: Id) => readonly Id[]
}

function pairsOf(line: FlowPart, there: ReadonlySet<Id>, ways: Ways): readonly (readonly [Id, Id])[] {
  const froms = there.has(line.from) ? [line.from] : ways.back(line.from)
  const tos = there.has(line.to) ? [line.to] : ways.on(line.to)
  return froms.flatMap((from) => tos.map((to) => [from, to] as const))
}

interface Gaps {
  readonly there: ReadonlySet<Id>
  readonly lines: readonly FlowPart[]
  readonly places: ReadonlyMap<Id, StepPlace>
}

/**
 * Over removed steps. What still leads to one, or leaves it, was drawn by somebody who did not
 * know that it goes; its place when it was removed says the rest. Where it had several ways on,
 * nobody can say which one was meant: no way on is guessed.
 */
function waysOver({ there, lines, places }: Gaps): Ways {
  const walk = (
    step: Id,
    passed: ReadonlySet<Id>,
    drawn: (gone: Id) => readonly Id[],
    noted: (gone: Id) => readonly Id[],
  ): readonly Id[] => {
    if (there.has(step)) return [step]
    if (passed.has(step)) return []
    const seen = new Set([...passed, step])
    const through = (next: readonly Id[]) => [...new Set(next.flatMap((id) => walk(id, seen, drawn, noted)))]
    const later = through(drawn(step))
    return later.length > 0 ? later : through(noted(step))
  }
  const drawnOn = (gone: Id) => lines.flatMap(({ from, to }) => (from === gone ? [to] : []))
  const drawnBack = (gone: Id) => lines.flatMap(({ from, to }) => (to === gone ? [from] : []))
  const notedOn = (gone: Id) => {
    const after = places.get(gone)?.after ?? []
    return after.length === 1 ? [after[0]![1]] : []
  }
  const notedBack = (gone: Id) => (places.get(gone)?.before ?? []).map(([, from]) => from)
  return {
    on: (gone) => walk(gone, new Set(), drawnOn, notedOn),
    back: (gone) => walk(gone, new Set(), drawnBack, notedBack),
  }
}
