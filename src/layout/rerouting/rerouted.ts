/** What a frame of a drag shows: the moved steps where the hand holds them, and the flowlines that this touches drawn anew. */
import type { Chart, EditionName, Id, View } from '../../model/chart.ts'
import type { Arrangement, Lane, Rect, Route, Size } from '../arrangement.ts'
import { meets, pieces } from '../coordinates/freeLabel.ts'
import { freelyRouted, type FixedDrawing } from './freelyRouted.ts'
import type { StepMeasure } from '../measure.ts'
import { planOf } from '../planning/plan.ts'
import { spacing } from '../spacing.ts'

interface ReroutedOptions {
  readonly view: View
  readonly edition: EditionName
  readonly measure: StepMeasure
}

/** The boxes of the dragged steps, by step. */
type MovedSteps = { readonly [step: Id]: Rect }

/** The arrangement of one frame of a drag; whoever draws many frames takes a `rerouter`. */
export function rerouted(
  chart: Chart,
  arrangement: Arrangement,
  moved: MovedSteps,
  options: ReroutedOptions,
): Arrangement {
  return rerouter(chart, arrangement, options)(moved)
}

/**
 * Returns what makes the frames of a drag: flowlines that meet a moved step or are covered by one
 * are routed anew, all others stay. The chart is planned once, not each frame. Frames are
 * `arrangement` unchanged if it does not fit the chart.
 */
export function rerouter(
  chart: Chart,
  arrangement: Arrangement,
  options: ReroutedOptions,
): (moved: MovedSteps) => Arrangement {
  const plan = planOf(chart, options.view, options.measure)
  if (plan.steps.some((step) => !arrangement.steps[step.id])) return () => arrangement
  const resting = plan.steps.map((step) => arrangement.steps[step.id]!)
  const routes = plan.flowlines.map((line) => arrangement.flowlines[line.id] ?? null)
  return (moved) => {
    const rects = plan.steps.map((step, index) => moved[step.id] ?? resting[index]!)
    const drawing: FixedDrawing = { plan, rects, routes, lanes: arrangement.lanes }
    const steps = { ...arrangement.steps, ...moved }
    const anew = touched(drawing, new Set(Object.keys(moved)))
    if (anew.length === 0) return { ...arrangement, steps }
    const drawn = freelyRouted(drawing, anew)
    const flowlines: Record<Id, Route> = { ...arrangement.flowlines }
    // Also what left a stretch to one of those that are drawn anew.
    for (const [index, line] of plan.flowlines.entries()) if (drawn[index]) flowlines[line.id] = drawn[index]
    const size = extent(arrangement, rects, Object.values(flowlines))
    return { ...arrangement, ...size, steps, flowlines, lanes: stretched(arrangement.lanes, size) }
  }
}

/** The flowlines that meet a moved step, and those on which one now lies. */
function touched({ plan, rects, routes }: FixedDrawing, moved: ReadonlySet<Id>): number[] {
  const held = plan.steps.flatMap((step, index) => (moved.has(step.id) ? [index] : []))
  const covers = (rect: Rect): boolean => held.some((step) => meets(rects[step]!, rect, 6))
  return plan.flowlines.flatMap((line, index) => {
    const route = routes[index]
    const meetsOne = held.includes(line.from) || held.includes(line.to)
    if (meetsOne || !route || (route.label && covers(route.label))) return [index]
    return pieces(route.points).some(covers) ? [index] : []
  })
}

/** The paper grows with what is drawn to the right and below. */
export function extent(arrangement: Arrangement, rects: readonly Rect[], routes: readonly Route[]): Size {
  const right = rects.map((rect) => rect.x + rect.width)
  const bottom = rects.map((rect) => rect.y + rect.height)
  for (const { points, label } of routes) {
    right.push(...points.map(([x]) => x), ...(label ? [label.x + label.width] : []))
    bottom.push(...points.map(([, y]) => y), ...(label ? [label.y + label.height] : []))
  }
  const air = spacing.margin - spacing.lanePad
  return {
    width: Math.max(arrangement.width, ...right.map((x) => x + air)),
    height: Math.max(arrangement.height, ...bottom.map((y) => y + air)),
  }
}

/** The lanes reach to the end of the paper, the last one to its side as well. */
export function stretched(lanes: readonly Lane[], paper: Size): Lane[] {
  return lanes.map((lane, at) => {
    const width = at === lanes.length - 1 ? paper.width - lane.x : lane.width
    return { ...lane, width, height: paper.height }
  })
}
