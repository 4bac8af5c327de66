/**
 * Translates a chart for the layout: ids become array indices, sizes are measured, lanes are
 * assigned. All later stages work on indices only, so that equal charts give equal drawings.
 */
import type { Chart, Id, Parallel, Step, StepKind, View } from '../../model/chart.ts'
import { phasesOf } from '../../model/phases.ts'
import type { Size } from '../arrangement.ts'
import type { StepMeasure } from '../measure.ts'
import { returnFlowlines } from './returnFlowlines.ts'
import { spacing } from '../spacing.ts'

export interface PlannedStep extends Size {
  readonly id: Id
  readonly kind: StepKind
  readonly lane: number
  readonly parallel?: Parallel
  /** Of the chart's phases, from 0. */
  readonly phase?: number
}

interface PlannedFlowline {
  readonly id: Id
  readonly from: number
  readonly to: number
  readonly text: string
  readonly label: Size | null
  readonly return: boolean
  /** On which side of `from` a person wants `to`; null if the layout decides. */
  readonly side: 'left' | 'right' | null
}

export interface Plan {
  readonly view: View
  readonly steps: readonly PlannedStep[]
  readonly flowlines: readonly PlannedFlowline[]
  /** The post of each lane; null where steps have none. One lane in the views without lanes. */
  readonly lanes: readonly (Id | null)[]
  /** By step: the flowlines that leave it, in the order of the chart. */
  readonly exits: readonly (readonly number[])[]
  /** By step: the flowlines that reach it. */
  readonly entries: readonly (readonly number[])[]
}

const postOf = (step: Step, known: ReadonlySet<Id>): Id | null =>
  (step.posts ?? []).find((post) => known.has(post)) ?? null

/** Where steps without a post stand: in a lane of their own, or in the one of the step beside them. */
export type LooseSteps = 'own' | 'neighbour'

/** The lanes that hold a step, in the order of the posts and never another. */
function lanesOf(chart: Chart, view: View): (Id | null)[] {
  if (view !== 'lanes') return [null]
  const known = new Set(chart.posts.map((post) => post.id))
  const held = new Set(chart.steps.map((step) => postOf(step, known)))
  const lanes: (Id | null)[] = chart.posts.map((post) => post.id).filter((post) => held.has(post))
  return held.has(null) ? [...lanes, null] : lanes
}

export function planOf(chart: Chart, view: View, measure: StepMeasure, loose: LooseSteps = 'own'): Plan {
  const { lanes, laneOf } = lanesFor(chart, view, loose)
  const phases = phasesOf(chart)
  const steps = chart.steps.map((step, index): PlannedStep => {
    const { width, height } = measure.step(step, chart, view)
    const { id, kind, parallel } = step
    const marks = { ...(parallel && { parallel }), ...(phases && { phase: phases.of[index]! }) }
    return { id, kind, lane: laneOf[index]!, width, height, ...marks }
  })
  const place = new Map(steps.map((step, index) => [step.id, index]))
  const drawn = chart.flowlines.filter((line) => place.has(line.from) && place.has(line.to))
  const pairs = drawn.map((line) => ({ from: place.get(line.from)!, to: place.get(line.to)! }))
  const returns = returnFlowlines(steps.length, pairs, beginnings(chart, pairs))
  const flowlines = drawn.map((line, index): PlannedFlowline => {
    const text = line.label?.trim() ?? ''
    const label = text === '' ? null : measure.label(text)
    const isReturn = returns.has(index)
    const side = isReturn ? null : (line.side ?? null)
    return { id: line.id, ...pairs[index]!, text, label, return: isReturn, side }
  })
  const exits = steps.map((): number[] => [])
  const entries = steps.map((): number[] => [])
  for (const [index, line] of flowlines.entries()) {
    exits[line.from]!.push(index)
    entries[line.to]!.push(index)
  }
  return { view, steps, flowlines, lanes, exits, entries }
}

interface Lanes {
  readonly lanes: readonly (Id | null)[]
  /** By step. */
  readonly laneOf: readonly number[]
}

function lanesFor(chart: Chart, view: View, loose: LooseSteps): Lanes {
  const lanes = lanesOf(chart, view)
  if (view !== 'lanes') return { lanes, laneOf: chart.steps.map(() => 0) }
  const at = new Map(lanes.map((post, lane) => [post, lane]))
  const known = new Set(chart.posts.map((post) => post.id))
  const posts = chart.steps.map((step) => postOf(step, known))
  const laneOf = posts.map((post) => at.get(post) ?? 0)
  if (loose === 'own' || lanes.length < 2 || !at.has(null)) return { lanes, laneOf }
  return {
    lanes: lanes.slice(0, -1),
    laneOf: besideNeighbours(
      chart,
      posts.map((post) => (post === null ? null : at.get(post)!)),
    ),
  }
}

/**
 * A step without a post stands with the step before it, else with the one after it, else in the
 * first lane. Steps that follow one another take it from one to the next.
 */
function besideNeighbours(chart: Chart, own: readonly (number | null)[]): readonly number[] {
  const place = new Map(chart.steps.map((step, index) => [step.id, index]))
  const pairs = chart.flowlines.flatMap((line): [number, number][] => {
    const [from, to] = [place.get(line.from), place.get(line.to)]
    return from === undefined || to === undefined || from === to ? [] : [[from, to]]
  })
  const lanes = [...own]
  const take = (to: number, from: number): boolean => {
    if (lanes[to] !== null || lanes[from] === null) return false
    lanes[to] = lanes[from]!
    return true
  }
  for (const onward of [true, false])
    for (let moved = true; moved;) {
      moved = false
      for (const [from, to] of pairs) moved = (onward ? take(to, from) : take(from, to)) || moved
    }
  return lanes.map((lane) => lane ?? 0)
}

/** Where reading starts: steps that nothing reaches, terminators first. */
function beginnings(chart: Chart, pairs: readonly { from: number; to: number }[]): number[] {
  const reached = new Set(pairs.filter((pair) => pair.from !== pair.to).map((pair) => pair.to))
  const all = chart.steps.map((_, index) => index)
  const open = all.filter((index) => !reached.has(index))
  const isTerminator = (index: number): boolean => chart.steps[index]!.kind === 'terminator'
  return [...open.filter(isTerminator), ...open.filter((index) => !isTerminator(index)), ...all]
}

/** Whether its exits leave a bar below it, or its entries reach one above. */
export const hasBar = ({ parallel }: PlannedStep, side: 'fork' | 'join'): boolean =>
  parallel === side || parallel === 'both'

/** How far from the middle of its upper and lower side a flowline may meet a step. */
export function reachAlong(step: PlannedStep): number {
  if (step.kind === 'decision') return step.width * 0.35
  if (step.kind === 'terminator') return Math.max(0, step.width / 2 - step.height / 2)
  return step.width / 2 - 10
}

/** Whether there is room for more than one flowline at its left and right side. */
export const hasAside = (step: PlannedStep): boolean =>
  step.kind !== 'decision' && step.kind !== 'terminator' && step.height / 2 >= spacing.parallel + 4
