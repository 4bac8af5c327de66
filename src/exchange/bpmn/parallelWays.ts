/**
 * What of a chart is done side by side: exits of a step that is no decision, without words, whose ways come
 * together again at one step, or never meet. Anything else with several exits is a choice: an engine that
 * followed all of them would do the steps behind them several times.
 */
import { linesBy } from './linesBy.ts'
import type { PlainLine, PlainScene, PlainStep } from '../plainScene.ts'

export interface ParallelJoin {
  /** The step before which all ways are awaited. */
  readonly to: string
  /** The flowlines by which each way comes there. */
  readonly ways: readonly (readonly string[])[]
}

export interface ParallelWays {
  readonly forks: ReadonlySet<string>
  /** Inner ones before those around them. */
  readonly joins: readonly ParallelJoin[]
}

export function parallelWays({ steps, lines }: PlainScene): ParallelWays {
  const exits = linesBy(lines, 'from')
  const entries = linesBy(lines, 'to')
  const flow = { exits: (id: string) => exits.get(id) ?? [], entries: (id: string) => entries.get(id) ?? [] }
  const forks = new Set<string>()
  const joins: ParallelJoin[] = []
  for (const step of steps.filter((one) => mayFork(one, flow.exits(one.id)))) {
    const join = joinOf(step.id, flow)
    if (join) joins.push(join)
    if (join ?? neverMeet(step.id, flow)) forks.add(step.id)
  }
  const size = ({ ways }: ParallelJoin) => ways.flat().length
  return { forks, joins: joins.sort((one, other) => size(one) - size(other)) }
}

interface Flow {
  readonly exits: (id: string) => readonly PlainLine[]
  readonly entries: (id: string) => readonly PlainLine[]
}

/** 同时分办 is said, or nothing on the exits speaks of a choice. */
function mayFork({ kind, parallel }: PlainStep, exits: readonly PlainLine[]): boolean {
  const isSaid = parallel === 'fork' || parallel === 'both'
  return kind !== 'decision' && exits.length > 1 && (isSaid || exits.every(({ label }) => label === ''))
}

function joinOf(fork: string, flow: Flow): ParallelJoin | undefined {
  const exits = flow.exits(fork)
  const [first, ...others] = exits.map(({ to }) => reachedFrom(to, flow))
  const common = [...first!].filter((id) => others.every((reached) => reached.has(id)))
  for (const to of common) {
    const branches = exits.map((exit) =>
      exit.to === to ? new Set<string>() : reachedFrom(exit.to, flow, to),
    )
    if (!isClosed({ fork, to, branches }, flow)) continue
    const into = (branch: ReadonlySet<string>) =>
      flow.entries(to).flatMap(({ id, from }) => (branch.has(from) ? [id] : []))
    return { to, ways: branches.map(into) }
  }
  return undefined
}

interface Block {
  readonly fork: string
  readonly to: string
  readonly branches: readonly ReadonlySet<string>[]
}

/** Nothing enters a branch but from the fork, nothing leaves it but to the join. */
function isClosed({ fork, to, branches }: Block, flow: Flow): boolean {
  const all = branches.flatMap((branch) => [...branch])
  if (new Set(all).size < all.length || all.includes(fork) || all.includes(to)) return false
  return branches.every(
    (branch) =>
      branch.size > 0 &&
      [...branch].every(
        (id) =>
          flow.exits(id).length > 0 &&
          flow.exits(id).every((line) => branch.has(line.to) || line.to === to) &&
          flow.entries(id).every((line) => branch.has(line.from) || line.from === fork),
      ),
  )
}

/** Each way goes to ends of its own. */
function neverMeet(fork: string, flow: Flow): boolean {
  const reached = flow.exits(fork).map(({ to }) => reachedFrom(to, flow))
  const all = reached.flatMap((ids) => [...ids])
  return new Set(all).size === all.length && !all.includes(fork)
}

/** The step and all that may follow it; `border` is not passed. */
function reachedFrom(first: string, { exits }: Flow, border?: string): ReadonlySet<string> {
  const reached = new Set([first])
  for (const id of reached) for (const { to } of exits(id)) if (to !== border) reached.add(to)
  return reached
}
