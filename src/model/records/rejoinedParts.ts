/**
 * Last part of healing the flow: parts that hung together only through removed steps, to which others
 * drew meanwhile, are joined again. A removal alone leaves no flowline at a removed step, so what one
 * person took apart on purpose is not joined.
 */
import type { Id } from '../chart.ts'
import type { FlowParts } from './flowParts.ts'
import { flowParts } from './flowParts.ts'
import type { FlowPart, RawFlow } from './rawFlow.ts'
import { healingId } from './rawFlow.ts'

/** `healed`: flowlines whose ends all exist. */
export function rejoinedParts<L extends FlowPart>(flow: RawFlow<L>, healed: readonly L[]): readonly L[] {
  const at = new Map(flow.steps.map(({ id }, place) => [id, place]))
  const hanging = flow.lines.filter(({ from, to }) => !at.has(from) || !at.has(to))
  if (hanging.length === 0) return healed
  const parts = flowParts(flow, healed)
  const made = gapsIn(flow, hanging, at).flatMap((gap) =>
    jointsOver(gap, parts).map(({ from, to }) => {
      parts.join(from, to)
      return { id: healingId(from, to), order: flow.steps[at.get(to)!]!.order, from, to } as L
    }),
  )
  return made.length === 0 ? healed : [...healed, ...made]
}

/** Removed steps that hang together, by the existing steps around them, in order. */
interface Gap {
  readonly before: readonly Id[]
  readonly after: readonly Id[]
}

function gapsIn(flow: RawFlow, hanging: readonly FlowPart[], at: ReadonlyMap<Id, number>): readonly Gap[] {
  const [backs, ons] = [new Map<Id, Id[]>(), new Map<Id, Id[]>()]
  for (const { from, to } of hanging) {
    if (!at.has(to)) added(backs, to, from)
    if (!at.has(from)) added(ons, from, to)
  }
  const noted = (side: 'before' | 'after', id: Id) =>
    (flow.places.get(id)?.[side] ?? []).map(([, step]) => step)
  const passed = new Set<Id>()
  return [...backs.keys(), ...ons.keys()].flatMap((start): readonly Gap[] => {
    if (passed.has(start)) return []
    const gone = new Set([start])
    const [before, after] = [new Set<Id>(), new Set<Id>()]
    for (const id of gone) {
      passed.add(id)
      for (const end of [...(backs.get(id) ?? []), ...noted('before', id)])
        (at.has(end) ? before : gone).add(end)
      for (const end of [...(ons.get(id) ?? []), ...noted('after', id)]) (at.has(end) ? after : gone).add(end)
    }
    // A flowline to a step at the gap, of which only its place tells any more.
    for (const id of [...before, ...after]) {
      const led = noted('before', id).filter((end) => at.has(end))
      for (const end of led) before.add(end)
      if (led.length > 0) after.add(id)
    }
    return [{ before: inOrder(before, at), after: inOrder(after, at) }]
  })
}

function inOrder(ends: ReadonlySet<Id>, at: ReadonlyMap<Id, number>): readonly Id[] {
  return [...ends].sort((a, b) => at.get(a)! - at.get(b)!)
}

/** The flowlines that join the largest part around the gap with each other one. */
function jointsOver({ before, after }: Gap, parts: FlowParts): readonly Pick<FlowPart, 'from' | 'to'>[] {
  const ends = { before: firstIn(before, parts), after: firstIn(after, parts) }
  const around = [...new Set([...ends.before.keys(), ...ends.after.keys()])]
  if (around.length < 2) return []
  const main = around.reduce((most, part) => (parts.size(part) > parts.size(most) ? part : most))
  return around.flatMap((part) => {
    const ways = [
      [ends.before.get(main), ends.after.get(part)],
      [ends.before.get(part), ends.after.get(main)],
      [ends.after.get(main), ends.after.get(part)],
      [ends.before.get(main), ends.before.get(part)],
    ] as const
    if (part === main) return []
    return ways.flatMap(([from, to]) => (from && to ? [{ from, to }] : [])).slice(0, 1)
  })
}

/** By part. */
function firstIn(ends: readonly Id[], parts: FlowParts): ReadonlyMap<Id, Id> {
  return new Map([...ends].reverse().map((id) => [parts.of(id), id]))
}

function added(ends: Map<Id, Id[]>, step: Id, end: Id): void {
  const list = ends.get(step)
  if (list) list.push(end)
  else ends.set(step, [end])
}
