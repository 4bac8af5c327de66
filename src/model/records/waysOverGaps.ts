/** Ways over removed steps, in time that grows with their number, however they hang together. */
import type { Id } from '../chart.ts'
import type { RawFlow } from './rawFlow.ts'

export interface WaysOverGaps {
  /** Existing steps that followed a removed step. */
  readonly on: (gone: Id) => readonly Id[]
  /** Existing steps that led to a removed step. */
  readonly back: (gone: Id) => readonly Id[]
}

type Next = (gone: Id) => readonly Id[]

/**
 * From flowlines still attached to a removed step (drawn concurrently with the removal) and from its
 * recorded place. If several ways led on, none is chosen.
 */
export function waysOverGaps(
  { lines, places }: Omit<RawFlow, 'steps'>,
  there: ReadonlySet<Id>,
): WaysOverGaps {
  const [drawnOn, drawnBack] = [new Map<Id, Id[]>(), new Map<Id, Id[]>()]
  for (const { from, to } of lines) {
    if (!there.has(from)) added(drawnOn, from, to)
    if (!there.has(to)) added(drawnBack, to, from)
  }
  const notedOn = (gone: Id) => {
    const after = places.get(gone)?.after ?? []
    return after.length === 1 ? [after[0]![1]] : []
  }
  const notedBack = (gone: Id) => (places.get(gone)?.before ?? []).map(([, from]) => from)
  const gone = new Set(
    [...drawnOn.keys(), ...drawnBack.keys(), ...places.keys()].filter((id) => !there.has(id)),
  )
  return {
    on: found({ there, gone, drawn: (id) => drawnOn.get(id) ?? [], noted: notedOn }),
    back: found({ there, gone, drawn: (id) => drawnBack.get(id) ?? [], noted: notedBack }),
  }
}

interface Search {
  readonly there: ReadonlySet<Id>
  readonly gone: ReadonlySet<Id>
  readonly drawn: Next
  readonly noted: Next
}

/** The existing steps that are found first on the ways from a removed one. */
function found({ there, gone, drawn, noted }: Search): Next {
  const both: Next = (id) => [...drawn(id), ...noted(id)]
  const far = distances(gone, there, both)
  // The shortest way from what is no farther does not come back; all else is walked.
  const leadsOn = (next: Id, but: Id): boolean => {
    const [from, to] = [far.get(next), far.get(but)]
    if (next === but || from === undefined) return false
    return (to !== undefined && from <= to) || walked(next, { there, next: both, but, most: 1 }).length > 0
  }
  // What is drawn counts if it leads anywhere by itself, without coming back; else what was noted.
  const leads = remembered((id) => (drawn(id).some((next) => leadsOn(next, id)) ? drawn(id) : noted(id)))
  const known = new Map<Id, readonly Id[]>()
  return (id) => {
    const [chain, end] = chainFrom(id, there, leads, known)
    const ends = known.get(end) ?? walked(end, { there, next: leads })
    const answer = ends.length > 0 ? ends : walked(id, { there, next: both })
    for (const one of ends.length > 0 ? chain : [id]) known.set(one, answer)
    return answer
  }
}

/** Along removed steps from which one way leads on: these, and where they end. */
function chainFrom(
  start: Id,
  there: ReadonlySet<Id>,
  leads: Next,
  known: ReadonlyMap<Id, readonly Id[]>,
): readonly [chain: ReadonlySet<Id>, end: Id] {
  const chain = new Set<Id>()
  let step = start
  while (!there.has(step) && !known.has(step) && !chain.has(step)) {
    chain.add(step)
    const ways = leads(step)
    if (ways.length !== 1) break
    step = ways[0]!
  }
  return [chain, step]
}

/** Steps to the nearest existing one; none for what leads nowhere. */
function distances(gone: ReadonlySet<Id>, there: ReadonlySet<Id>, next: Next): ReadonlyMap<Id, number> {
  const back = new Map<Id, Id[]>()
  for (const id of gone) for (const to of next(id)) added(back, to, id)
  const far = new Map<Id, number>([...back.keys()].filter((id) => there.has(id)).map((id) => [id, 0]))
  for (const [id, distance] of far)
    for (const from of back.get(id) ?? []) if (!far.has(from)) far.set(from, distance + 1)
  return far
}

interface Walk {
  readonly there: ReadonlySet<Id>
  readonly next: Next
  /** Not entered. */
  readonly but?: Id
  readonly most?: number
}

/** Existing steps in the order in which a walk in depth comes to them. */
function walked(start: Id, { there, next, but, most = Infinity }: Walk): readonly Id[] {
  const ends = new Set<Id>()
  const passed = new Set<Id>(but === undefined ? [] : [but])
  const waiting = [start]
  for (let step = waiting.pop(); step !== undefined && ends.size < most; step = waiting.pop()) {
    if (passed.has(step)) continue
    if (there.has(step)) {
      ends.add(step)
      continue
    }
    passed.add(step)
    for (const one of [...next(step)].reverse()) waiting.push(one)
  }
  return [...ends]
}

function remembered(next: Next): Next {
  const known = new Map<Id, readonly Id[]>()
  return (gone) => {
    const before = known.get(gone)
    if (before) return before
    const answer = next(gone)
    known.set(gone, answer)
    return answer
  }
}

function added(ends: Map<Id, Id[]>, step: Id, end: Id): void {
  const list = ends.get(step)
  if (list) list.push(end)
  else ends.set(step, [end])
}
