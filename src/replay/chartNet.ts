/**
 * The net of a chart. Several flowlines out of a step are a choice; where they have no words, leave no
 * decision and come together again, they may also be gone side by side; 同时分办 says that they all are. A flowline back (补正、退回) is a
 * lawful way. Ends are steps that nothing follows.
 */
import { graphOf, reachedFrom, type Graph } from '../checks/graph.ts'
import type { Chart, Id } from '../model/chart.ts'
import type { Net, Transition } from './net.ts'
import { parallelBlock, type ParallelBlock } from './parallelBlock.ts'

export interface ChartNet {
  readonly net: Net
  /** By transition; undefined for those that only join or begin. */
  readonly stepOf: readonly (Id | undefined)[]
  /** Steps whose exits are taken for a choice and for side by side alike. */
  readonly eitherWay: readonly Id[]
  /** Steps that are no decision, with several exits without words, taken for a choice. */
  readonly takenForChoice: readonly Id[]
}

/** Why no case can be judged by a chart. */
export interface UnsoundChart {
  readonly unsound: 'empty' | 'noWayOut'
  /** Steps from which no end is reached. */
  readonly steps: readonly Id[]
}

/** What a case may show of a step. */
export interface Trace {
  /** What the log calls it; undefined where no case names it. */
  readonly label?: string
  /** 不留痕: done without a record, too. */
  readonly isSilent: boolean
}

/** The net of a chart, or why it is none. */
export function chartNet(chart: Chart, traceOf: (step: Id) => Trace): ChartNet | UnsoundChart {
  const graph = graphOf(chart)
  if (chart.steps.length === 0) return { unsound: 'empty', steps: [] }
  const stuck = stuckSteps(graph)
  if (stuck.length > 0) return { unsound: 'noWayOut', steps: stuck }
  const build = new Build(traceOf)
  const placeOf = new Map(chart.steps.map(({ id }) => [id, build.place()]))
  const at = (id: Id) => placeOf.get(id)!
  for (const { id } of graph.starts) build.silent([build.source], [at(id)])
  const eitherWay: Id[] = []
  const takenForChoice: Id[] = []
  for (const step of chart.steps) {
    const exits = graph.exits(step.id)
    if (exits.length === 0) build.step(step.id, [at(step.id)], [build.sink])
    const block = parallelBlock(step, graph)
    const isSaid = block !== undefined && (step.parallel === 'fork' || step.parallel === 'both')
    if (!isSaid) for (const { to } of exits) build.step(step.id, [at(step.id)], [at(to)])
    if (block) {
      if (!isSaid) eitherWay.push(step.id)
      sideBySide(step.id, block, at, graph, build)
    } else if (step.kind !== 'decision' && exits.length > 1 && exits.every(({ label }) => !label))
      takenForChoice.push(step.id)
  }
  return { ...build.made(), eitherWay, takenForChoice }
}

/** A copy of the branches, entered together; the join waits for all of them. */
function sideBySide(
  fork: Id,
  { join, branches }: ParallelBlock,
  at: (id: Id) => number,
  graph: Graph,
  build: Build,
): void {
  const done = branches.map(({ steps }) => {
    const copied = new Map([...steps].map((id) => [id, build.place()]))
    const end = build.place()
    for (const id of steps)
      for (const { to } of graph.exits(id))
        build.step(id, [copied.get(id)!], [to === join ? end : copied.get(to)!])
    return { copied, end }
  })
  const firsts = branches.map(({ first }, i) => done[i]!.copied.get(first)!)
  build.step(fork, [at(fork)], firsts)
  build.silent(
    done.map(({ end }) => end),
    [at(join)],
  )
}

function stuckSteps(graph: Graph): readonly Id[] {
  const ends = [...graph.step.keys()].filter((id) => graph.exits(id).length === 0)
  const before = reachedFrom(ends, (id) => graph.entries(id).map(({ from }) => from))
  return [...graph.reached].filter((id) => !before.has(id))
}

class Build {
  readonly source = 0
  readonly sink = 1
  readonly #traceOf: (step: Id) => Trace
  readonly #transitions: Transition[] = []
  readonly #stepOf: (Id | undefined)[] = []
  #places = 2

  constructor(traceOf: (step: Id) => Trace) {
    this.#traceOf = traceOf
  }

  place(): number {
    this.#places += 1
    return this.#places - 1
  }

  step(id: Id, inputs: readonly number[], outputs: readonly number[]): void {
    const { label, isSilent } = this.#traceOf(id)
    if (label !== undefined) this.#add(id, { label, inputs, outputs })
    if (isSilent) this.#add(id, { inputs, outputs })
  }

  silent(inputs: readonly number[], outputs: readonly number[]): void {
    this.#add(undefined, { inputs, outputs })
  }

  #add(step: Id | undefined, transition: Transition): void {
    this.#transitions.push(transition)
    this.#stepOf.push(step)
  }

  made(): Pick<ChartNet, 'net' | 'stepOf'> {
    const tokens = (marked: number) =>
      Array.from({ length: this.#places }, (_, at) => (at === marked ? 1 : 0))
    const net = {
      places: this.#places,
      transitions: this.#transitions,
      initial: tokens(this.source),
      final: tokens(this.sink),
    }
    return { net, stepOf: this.#stepOf }
  }
}
