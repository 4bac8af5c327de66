/** Branches that leave a step together and come together again: what may be done side by side. */
import { reachedFrom, type Graph } from '../checks/graph.ts'
import type { Id, Step } from '../model/chart.ts'

export interface ParallelBlock {
  /** Where the branches meet. */
  readonly join: Id
  /** One for each exit, in their order. */
  readonly branches: readonly {
    readonly first: Id
    readonly steps: ReadonlySet<Id>
  }[]
}

/**
 * undefined if the exits are a choice: of a decision, with words on them (and no 同时分办), a way straight to the
 * join, or branches that are entered or left elsewhere.
 */
export function parallelBlock(step: Step, graph: Graph): ParallelBlock | undefined {
  const exits = graph.exits(step.id)
  const isSaid = step.parallel === 'fork' || step.parallel === 'both'
  if (step.kind === 'decision' || exits.length < 2 || (!isSaid && exits.some(({ label }) => label)))
    return undefined
  const next = (id: Id) => graph.exits(id).map(({ to }) => to)
  const [first, ...others] = exits.map(({ to }) => reachedFrom([to], next))
  const common = [...first!].filter((id) => others.every((reached) => reached.has(id)))
  for (const join of common) {
    const branches = exits.map(({ to }) => ({
      first: to,
      steps: reachedFrom(to === join ? [] : [to], (id) => next(id).filter((other) => other !== join)),
    }))
    if (isClosed(step.id, join, branches, graph)) return { join, branches }
  }
  return undefined
}

function isClosed(fork: Id, join: Id, branches: ParallelBlock['branches'], graph: Graph): boolean {
  const size = branches.reduce((sum, { steps }) => sum + steps.size, 0)
  if (new Set(branches.flatMap(({ steps }) => [...steps])).size < size) return false
  return branches.every(
    ({ steps }) =>
      steps.size > 0 &&
      !steps.has(fork) &&
      [...steps].every(
        (id) =>
          graph.exits(id).length > 0 &&
          graph.exits(id).every(({ to }) => steps.has(to) || to === join) &&
          graph.entries(id).every(({ from }) => steps.has(from) || from === fork),
      ),
  )
}
