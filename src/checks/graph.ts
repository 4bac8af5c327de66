/** The flow as a graph. Flowlines to missing steps are ignored (`repaired` removes them). */
import type { Chart, Flowline, Id, Step } from '../model/chart.ts'

export interface Graph {
  readonly step: ReadonlyMap<Id, Step>
  readonly exits: (id: Id) => readonly Flowline[]
  readonly entries: (id: Id) => readonly Flowline[]
  /** First steps of the flow, also if 补正 leads back to them. */
  readonly starts: readonly Step[]
  /** Terminators without a successor. */
  readonly ends: readonly Step[]
  readonly reached: ReadonlySet<Id>
}

const none: readonly Flowline[] = []

/** Builds the graph of a chart. */
export function graphOf(chart: Chart): Graph {
  const step = new Map(chart.steps.map((each) => [each.id, each]))
  const lines = chart.flowlines.filter(({ from, to }) => step.has(from) && step.has(to))
  const out = grouped(lines, ({ from }) => from)
  const into = grouped(lines, ({ to }) => to)
  const exits = (id: Id) => out.get(id) ?? none
  const entries = (id: Id) => into.get(id) ?? none
  const starts = startsOf(chart, exits, entries)
  return {
    step,
    exits,
    entries,
    starts,
    ends: chart.steps.filter(
      ({ id, kind }) => kind === 'terminator' && exits(id).length === 0 && !starts.some((s) => s.id === id),
    ),
    reached: reachedFrom(
      starts.map(({ id }) => id),
      (id) => exits(id).map(({ to }) => to),
    ),
  }
}

/** All steps reachable from `from`, these included. */
export function reachedFrom(from: readonly Id[], next: (id: Id) => readonly Id[]): ReadonlySet<Id> {
  const seen = new Set(from)
  // Iterating a Set also visits elements added meanwhile.
  for (const id of seen) for (const to of next(id)) seen.add(to)
  return seen
}

/** True if a path leads from a start to the step that avoids all `barred` steps. */
export function reachedWithout(graph: Graph, step: Step, barred: readonly Step[]): boolean {
  const ids = new Set(barred.map(({ id }) => id))
  const open = (id: Id) => !ids.has(id)
  const from = graph.starts.map(({ id }) => id).filter(open)
  const next = (id: Id) =>
    graph
      .exits(id)
      .map(({ to }) => to)
      .filter(open)
  return reachedFrom(from, next).has(step.id)
}

function grouped(lines: readonly Flowline[], key: (line: Flowline) => Id): ReadonlyMap<Id, Flowline[]> {
  const groups = new Map<Id, Flowline[]>()
  for (const line of lines) {
    const group = groups.get(key(line))
    if (group) group.push(line)
    else groups.set(key(line), [line])
  }
  return groups
}

/** Terminators without a predecessor; else the first with a successor; else steps without a predecessor. */
function startsOf(
  { steps }: Chart,
  exits: (id: Id) => readonly Flowline[],
  entries: (id: Id) => readonly Flowline[],
): readonly Step[] {
  const openers = steps.filter(({ id, kind }) => kind === 'terminator' && exits(id).length > 0)
  const first = openers.filter(({ id }) => entries(id).length === 0)
  if (first.length > 0) return first
  if (openers.length > 0) return openers.slice(0, 1)
  const orphans = steps.filter(({ id }) => entries(id).length === 0)
  const leading = orphans.filter(({ id }) => exits(id).length > 0)
  if (leading.length > 0) return leading
  return orphans.length > 0 ? orphans : steps.slice(0, 1)
}
