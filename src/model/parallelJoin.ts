import type { Flowline, Id } from './chart.ts'

/** Where all ways out of a step come together, if they do: the nearest step that each of them reaches. */
export function parallelJoin(fork: Id, flowlines: readonly Pick<Flowline, 'from' | 'to'>[]): Id | undefined {
  const exits = new Map<Id, Id[]>()
  for (const { from, to } of flowlines) exits.set(from, [...(exits.get(from) ?? []), to])
  const ways = [...new Set(exits.get(fork))].map((first) => after(first, fork, exits))
  const [one, ...others] = ways
  if (one === undefined || others.length === 0) return undefined
  return [...one].find((id) => id !== fork && others.every((way) => way.has(id)))
}

/** Steps that follow, the nearest first; the fork is not gone through again (退回). */
function after(first: Id, fork: Id, exits: ReadonlyMap<Id, readonly Id[]>): ReadonlySet<Id> {
  const seen = new Set([first])
  for (const id of seen) if (id !== fork) for (const to of exits.get(id) ?? []) seen.add(to)
  return seen
}
