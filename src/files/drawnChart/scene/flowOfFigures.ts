/**
 * The flow between named steps: figures without text are bridged (a dot, a bar that forks or joins) or
 * given a name (a diamond, an event at an end), and numbered connectors (①…①) are joined.
 */
import { unnamedFigure } from '../../../text/recognition/drawnWords.ts'
import type { Parallel } from '../../../model/chart.ts'
import type { DrawnProblem } from '../drawnReading.ts'
import type { SceneShape } from './scene.ts'

export interface FigureWay {
  readonly from: string
  readonly to: string
  readonly labels: readonly string[]
  readonly doubt?: 'directionGuessed' | 'endGuessed'
}

export interface FlowOfFigures {
  readonly ways: readonly FigureWay[]
  /** Figures without text that are steps after all, with the name that they get. */
  readonly named: readonly SceneShape[]
  /** Numbered connectors that are joined away. */
  readonly gone: ReadonlySet<string>
  /** By figure: what a bar says of it. */
  readonly parallel: ReadonlyMap<string, Parallel>
  readonly doubts: readonly DrawnProblem[]
}

/** Ways made by one bridged figure; a bar with dozens on both sides is no flow. */
const mostWays = 400

export function flowOfFigures(
  connections: readonly FigureWay[],
  steps: readonly SceneShape[],
  joints: readonly SceneShape[],
): FlowOfFigures {
  const graph = new Graph(connections)
  const named: SceneShape[] = []
  // Gateways that our own files add are no doubt.
  const counts = { forks: 0, dots: 0, own: 0 }
  const parallel = new Map<string, Parallel>()
  const mayPart = new Set(steps.filter(({ figure }) => figure !== 'diamond').map(({ id }) => id))
  // Bars last: then their ways lead from step to step.
  const bars = joints.filter(({ figure }) => figure === 'bar')
  for (const joint of [...joints.filter(({ figure }) => figure !== 'bar'), ...bars]) {
    const name = nameOf(joint, graph)
    if (name !== undefined) named.push({ ...joint, text: name })
    else if (graph.into(joint.id).length > 0 && graph.outOf(joint.id).length > 0) {
      if (joint.exact) counts.own += 1
      else if (joint.figure === 'bar') counts.forks += 1
      else counts.dots += 1
      if (joint.figure === 'bar' && !joint.exact) markSides(joint.id, graph, mayPart, parallel)
      graph.bridge(joint.id)
    } else graph.drop(joint.id)
  }
  const linked = linkConnectors(steps, graph)
  const unnamed = named.map(({ text }) => text)
  return {
    ways: graph.all(),
    named,
    gone: linked.gone,
    parallel,
    doubts: [
      ...(unnamed.length > 0 ? [{ fault: 'unnamedStep' as const, words: countedNames(unnamed) }] : []),
      ...(counts.forks > 0 ? [{ fault: 'forkBridged' as const, other: counts.forks }] : []),
      ...(counts.dots > 0 ? [{ fault: 'junctionBridged' as const, other: counts.dots }] : []),
      ...linked.doubts,
    ],
  }
}

/** A bar out of which several ways lead parts those of its step; one into which several lead awaits them. */
function markSides(
  bar: string,
  graph: Graph,
  steps: ReadonlySet<string>,
  parallel: Map<string, Parallel>,
): void {
  const [into, outOf] = [graph.into(bar), graph.outOf(bar)]
  const [before, after] = [into[0]!.from, outOf[0]!.to]
  if (outOf.length > 1 && into.length === 1 && steps.has(before) && graph.outOf(before).length === 1)
    parallel.set(before, parallel.has(before) ? 'both' : 'fork')
  if (into.length > 1 && outOf.length === 1 && steps.has(after) && graph.into(after).length === 1)
    parallel.set(after, parallel.has(after) ? 'both' : 'join')
}

/** Ways by their ends; mutable while the figures are worked through. */
class Graph {
  readonly #ways = new Set<FigureWay>()
  readonly #into = new Map<string, Set<FigureWay>>()
  readonly #outOf = new Map<string, Set<FigureWay>>()

  constructor(ways: readonly FigureWay[]) {
    for (const way of ways) this.#add(way)
  }

  all(): readonly FigureWay[] {
    return [...this.#ways]
  }

  into(id: string): readonly FigureWay[] {
    return [...(this.#into.get(id) ?? [])]
  }

  outOf(id: string): readonly FigureWay[] {
    return [...(this.#outOf.get(id) ?? [])]
  }

  bridge(id: string): void {
    this.join(id, id)
  }

  /** What leads to the one leads to where the other leads. */
  join(end: string, start: string): void {
    const into = this.into(end)
    const outOf = this.outOf(start)
    for (const way of [...into, ...outOf]) this.#remove(way)
    for (const before of into) {
      for (const after of outOf.slice(0, Math.max(1, Math.floor(mostWays / into.length)))) {
        const labels = [...new Set([...before.labels, ...after.labels])]
        const doubt = before.doubt ?? after.doubt
        this.#add({ from: before.from, to: after.to, labels, ...(doubt && { doubt }) })
      }
    }
  }

  restore(ways: readonly FigureWay[]): void {
    for (const way of ways) this.#add(way)
  }

  drop(id: string): void {
    for (const way of [...this.into(id), ...this.outOf(id)]) this.#remove(way)
  }

  #add(way: FigureWay): void {
    this.#ways.add(way)
    addTo(this.#into, way.to, way)
    addTo(this.#outOf, way.from, way)
  }

  #remove(way: FigureWay): void {
    this.#ways.delete(way)
    this.#into.get(way.to)?.delete(way)
    this.#outOf.get(way.from)?.delete(way)
  }
}

function addTo(map: Map<string, Set<FigureWay>>, id: string, way: FigureWay): void {
  const ways = map.get(id)
  if (ways) ways.add(way)
  else map.set(id, new Set([way]))
}

/** A diamond that decides, an event that begins or ends; undefined for what is bridged or dropped. */
function nameOf({ id, figure }: SceneShape, graph: Graph): string | undefined {
  const into = graph.into(id).length
  const outOf = graph.outOf(id).length
  if (figure === 'diamond') return outOf > 1 ? unnamedFigure.decision : undefined
  if (figure === 'rectangle' || figure === 'document' || figure === 'predefined')
    return into + outOf > 0 ? unnamedFigure.step : undefined
  if (figure === 'bar' || into + outOf === 0) return undefined
  if (into === 0) return unnamedFigure.start
  return outOf === 0 ? unnamedFigure.end : undefined
}

/** A connector that only takes in and one of the same text that only gives out are one place. */
function linkConnectors(steps: readonly SceneShape[], graph: Graph) {
  const gone = new Set<string>()
  const doubts: DrawnProblem[] = []
  const byText = new Map<string, SceneShape[]>()
  for (const step of steps.filter(({ figure, text }) => figure === 'circle' && text.length <= 3))
    byText.set(step.text, [...(byText.get(step.text) ?? []), step])
  for (const [text, group] of byText) {
    const ends = group.filter(({ id }) => graph.outOf(id).length === 0 && graph.into(id).length > 0)
    const [start, ...others] = group.filter(
      ({ id }) => graph.into(id).length === 0 && graph.outOf(id).length > 0,
    )
    if (!start || others.length > 0 || ends.length === 0) continue
    const after = graph.outOf(start.id)
    for (const end of ends) {
      graph.join(end.id, start.id)
      gone.add(end.id)
      if (end !== ends.at(-1)) graph.restore(after)
    }
    gone.add(start.id)
    doubts.push({ fault: 'linkedByName', words: text })
  }
  return { gone, doubts }
}

function countedNames(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, count]) => `${count} 个“${name}”`).join('、')
}
