/** The longest way through the flow. Back edges (补正、退回) are not followed. */
import type { Id } from '../model/chart.ts'
import type { Length } from './length.ts'

interface Walk {
  readonly next: (id: Id) => readonly Id[]
  /** Time passed when the step is finished. */
  readonly passing: (before: Length, id: Id) => Length
  readonly weight: (length: Length) => number
  readonly zero: Length
}

/** Step ids of the longest way from `starts` to `stops`. */
export function longestWay(starts: readonly Id[], stops: ReadonlySet<Id>, walk: Walk): readonly Id[] {
  const { order, back } = inOrder(starts, walk.next)
  const passed = new Map<Id, Length>(starts.map((id) => [id, walk.passing(walk.zero, id)]))
  const previous = new Map<Id, Id>()
  for (const id of order) {
    const sofar = passed.get(id)!
    for (const to of walk.next(id)) {
      if (back.has(`${id}\n${to}`)) continue
      const length = walk.passing(sofar, to)
      const known = passed.get(to)
      if (known && walk.weight(known) >= walk.weight(length)) continue
      passed.set(to, length)
      previous.set(to, id)
    }
  }
  const last = longest(
    order.filter((id) => stops.size === 0 || stops.has(id)),
    passed,
    walk,
  )
  return last === undefined ? [] : traced(last, previous)
}

function longest(ids: readonly Id[], passed: ReadonlyMap<Id, Length>, walk: Walk): Id | undefined {
  let best: Id | undefined
  for (const id of ids)
    if (best === undefined || walk.weight(passed.get(id)!) > walk.weight(passed.get(best)!)) best = id
  return best
}

function traced(last: Id, previous: ReadonlyMap<Id, Id>): readonly Id[] {
  const path: Id[] = []
  for (let at: Id | undefined = last; at !== undefined; at = previous.get(at)) path.push(at)
  return path.reverse()
}

/** Topological order, with the back edges left out. Iterative, because charts can be long. */
function inOrder(
  starts: readonly Id[],
  next: (id: Id) => readonly Id[],
): { readonly order: readonly Id[]; readonly back: ReadonlySet<string> } {
  const state = new Map<Id, 'open' | 'done'>()
  const back = new Set<string>()
  const order: Id[] = []
  for (const start of starts) {
    if (state.has(start)) continue
    const stack = [{ id: start, left: [...next(start)] }]
    state.set(start, 'open')
    while (stack.length > 0) {
      const top = stack.at(-1)!
      const to = top.left.shift()
      if (to === undefined) {
        state.set(top.id, 'done')
        order.push(top.id)
        stack.pop()
      } else if (state.get(to) === 'open') back.add(`${top.id}\n${to}`)
      else if (!state.has(to)) {
        state.set(to, 'open')
        stack.push({ id: to, left: [...next(to)] })
      }
    }
  }
  return { order: order.reverse(), back }
}
