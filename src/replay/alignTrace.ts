/**
 * The alignment of a trace with a net (van der Aalst, Adriansyah, van Dongen 2012): the way through
 * both with the fewest deviations. A step that log and net take together costs nothing, one that only
 * the log has (多办) or only the net (跳过) costs 1, a silent one nothing. Exact: a search by cost over the
 * product of trace and markings, without a heuristic. Among ways of the same cost the one with the
 * fewest insertions is taken, and steps are taken together as early as can be, so that reports repeat.
 */
import type { Firing, Reachability } from './reachability.ts'

export interface Move {
  readonly kind: 'together' | 'skipped' | 'inserted'
  readonly label: string
  /** Index of the event in the trace; undefined for what was skipped. */
  readonly event?: number
  /** Index of the transition; undefined for what was inserted. */
  readonly transition?: number
}

export interface TraceAlignment {
  /** Silent steps are left out. */
  readonly moves: readonly Move[]
  /** Skipped and inserted together. */
  readonly deviations: number
}

/** The search was ended: there are at least so many deviations. */
export interface LowerBound {
  readonly atLeast: number
}

export interface AlignOptions {
  /** An open case is judged as far as it has come: what would follow its last event is not missing. */
  readonly isOpen?: boolean
  /** Moves that may be tried before the search ends with a lower bound; a new marking counts as twenty. */
  readonly budget?: number
}

/** Some two seconds: a chart with nothing side by side needs a thousandth. */
const usualBudget = 1_000_000

/** undefined: no way leads to the end of the net. */
export function alignTrace(
  trace: readonly string[],
  reach: Reachability,
  { isOpen = false, budget = usualBudget }: AlignOptions = {},
): TraceAlignment | LowerBound | undefined {
  const search = new Search(trace.length)
  const known = reach.size()
  search.offer(0, reach.initial, { deviations: 0, inserted: 0 }, undefined)
  for (;;) {
    const at = search.next()
    if (at === undefined) return undefined
    if (search.offers + 20 * (reach.size() - known) > budget) return { atLeast: at.cost.deviations }
    if (at.event === trace.length && (isOpen || reach.isFinal(at.marking))) return alignmentOf(at)
    offerAll(at, trace[at.event], reach.firings(at.marking), search)
  }
}

function offerAll(at: Point, label: string | undefined, firings: readonly Firing[], search: Search): void {
  const { event, marking, cost } = at
  if (label !== undefined) {
    const more = { deviations: cost.deviations + 1, inserted: cost.inserted + 1 }
    search.offer(event + 1, marking, more, { from: at, move: { kind: 'inserted', label, event } })
  }
  // Of the same cost the last offer is looked at first, so what is preferred is offered last.
  for (const { label: step, to, transition } of [...firings].reverse()) {
    if (step === undefined) search.offer(event, to, cost, { from: at })
    else {
      const more = { ...cost, deviations: cost.deviations + 1 }
      search.offer(event, to, more, { from: at, move: { kind: 'skipped', label: step, transition } })
    }
  }
  for (const { label: step, to, transition } of [...firings].reverse())
    if (step !== undefined && step === label)
      search.offer(event + 1, to, cost, { from: at, move: { kind: 'together', label, event, transition } })
}

interface Cost {
  readonly deviations: number
  readonly inserted: number
}

interface Point {
  readonly event: number
  readonly marking: number
  readonly cost: Cost
  readonly way: Way | undefined
}

interface Way {
  readonly from: Point
  /** undefined: silent */
  readonly move?: Move
}

/** A stack for each cost; the cheapest is looked at first. Costs are few whole numbers. */
class Search {
  readonly #width: number
  readonly #settled = new Set<number>()
  readonly #byCost: (Point[] | undefined)[] = []
  #cheapest = 0
  offers = 0

  constructor(events: number) {
    this.#width = events + 1
  }

  offer(event: number, marking: number, cost: Cost, way: Way | undefined): void {
    this.offers += 1
    if (this.#settled.has(marking * this.#width + event)) return
    const at = cost.deviations * this.#width + cost.inserted
    const list = this.#byCost[at]
    if (list) list.push({ event, marking, cost, way })
    else this.#byCost[at] = [{ event, marking, cost, way }]
  }

  next(): Point | undefined {
    for (; this.#cheapest < this.#byCost.length; this.#cheapest += 1) {
      const points = this.#byCost[this.#cheapest]
      for (let point = points?.pop(); point; point = points?.pop()) {
        const key = point.marking * this.#width + point.event
        if (this.#settled.has(key)) continue
        this.#settled.add(key)
        return point
      }
    }
    return undefined
  }
}

function alignmentOf(end: Point): TraceAlignment {
  const moves: Move[] = []
  for (let at: Point | undefined = end; at?.way !== undefined; at = at.way.from)
    if (at.way.move) moves.push(at.way.move)
  return { moves: earlyTogether(moves.reverse()), deviations: end.cost.deviations }
}

/** Of 审查、审查 where one is too many, the second one is. */
function earlyTogether(moves: readonly Move[]): readonly Move[] {
  const better = [...moves]
  for (let at = better.length - 2; at >= 0; at -= 1) {
    for (let i = at; i + 1 < better.length; i += 1) {
      const [one, other] = [better[i]!, better[i + 1]!]
      if (one.kind !== 'inserted' || other.kind !== 'together' || one.label !== other.label) break
      better[i] = { ...other, event: one.event! }
      better[i + 1] = { ...one, event: other.event! }
    }
  }
  return better
}
