/**
 * Applies positions set by hand. The other steps are arranged as usual; those that overlap a
 * hand-placed step move below it, and every affected flowline is routed anew.
 */
import type { Chart, EditionName, Position, Step, View } from '../../model/chart.ts'
import type { Arrangement, Lane, Rect, Route } from '../arrangement.ts'
import { meets, pieces } from '../coordinates/freeLabel.ts'
import { freelyRouted } from './freelyRouted.ts'
import type { Plan } from '../planning/plan.ts'
import { extent, stretched } from './rerouted.ts'
import { spacing } from '../spacing.ts'

export function withHandPlaced(
  chart: Chart,
  plan: Plan,
  arrangement: Arrangement,
  edition: EditionName,
): Arrangement {
  const held = new Map<number, Position>()
  for (const [index, step] of chart.steps.entries()) {
    const position = positionOf(step, plan.view, edition)
    if (position) held.set(index, position)
  }
  if (held.size === 0) return arrangement
  const before = plan.steps.map((step) => arrangement.steps[step.id]!)
  const rects = madeWay(plan, arrangement.lanes, before, held)
  const moved = new Set(rects.flatMap((rect, index) => (differs(rect, before[index]!) ? [index] : [])))
  const routes = plan.flowlines.map((line) => arrangement.flowlines[line.id]!)
  const anew = plan.flowlines.flatMap((line, index) => {
    const concerned = moved.has(line.from) || moved.has(line.to)
    return concerned ||
      isCovered(
        routes[index]!,
        [...moved].map((step) => rects[step]!),
      )
      ? [index]
      : []
  })
  if (anew.length === 0) return arrangement
  const drawn = freelyRouted({ plan, rects, routes, lanes: arrangement.lanes }, anew)
  const flowlines = Object.fromEntries(plan.flowlines.map((line, index) => [line.id, drawn[index]!]))
  const steps = Object.fromEntries(plan.steps.map((step, index) => [step.id, rects[index]!]))
  const size = extent(arrangement, rects, Object.values(flowlines))
  return { ...arrangement, ...size, steps, flowlines, lanes: stretched(arrangement.lanes, size) }
}

/** Whether any step stands where a person put it. */
export function isHandPlaced(chart: Chart, view: View, edition: EditionName): boolean {
  return chart.steps.some((step) => positionOf(step, view, edition) !== undefined)
}

function positionOf(step: Step, view: View, edition: EditionName): Position | undefined {
  if (view === 'columns') return undefined
  if (edition === 'external') return view === 'lanes' ? step.externalLanesPosition : step.externalFlowPosition
  return view === 'lanes' ? step.lanesPosition : step.flowPosition
}

const differs = (a: Rect, b: Rect): boolean => Math.abs(a.x - b.x) > 0.01 || Math.abs(a.y - b.y) > 0.01

/**
 * Moves the position into the lane of the step: the lane takes precedence over the position
 * set by hand.
 */
function placedRect(rect: Rect, [x, y]: Position, lane: Lane | undefined): Rect {
  const top = Math.max((lane?.head ?? 0) + spacing.lanePad, y - rect.height / 2)
  if (!lane) return { ...rect, x: Math.max(spacing.lanePad, x - rect.width / 2), y: top }
  const most = lane.x + lane.width - rect.width - spacing.lanePad
  return { ...rect, x: Math.min(most, Math.max(lane.x + spacing.lanePad, x - rect.width / 2)), y: top }
}

/** In order of y: each step without a position of its own moves down until it overlaps nothing. */
function madeWay(
  plan: Plan,
  lanes: readonly Lane[],
  before: readonly Rect[],
  held: ReadonlyMap<number, Position>,
): Rect[] {
  const rects = [...before]
  const standing: Rect[] = []
  for (const [step, position] of held) {
    const rect = placedRect(before[step]!, position, lanes[plan.steps[step]!.lane])
    rects[step] = rect
    standing.push(rect)
  }
  const others = plan.steps.map((_, step) => step).filter((step) => !held.has(step))
  others.sort((a, b) => before[a]!.y - before[b]!.y || a - b)
  for (const step of others) {
    const rect = lowered(before[step]!, standing)
    rects[step] = rect
    standing.push(rect)
  }
  return rects
}

/** As far down as it takes to stand clear of the others. */
function lowered(rect: Rect, standing: readonly Rect[]): Rect {
  const inTheWay = standing.filter((other) => meets(other, rect, spacing.rows - 4))
  if (inTheWay.length === 0) return rect
  const below = Math.max(...inTheWay.map((other) => other.y + other.height))
  return lowered({ ...rect, y: below + 2 * spacing.rows }, standing)
}

function isCovered(route: Route, moved: readonly Rect[]): boolean {
  return moved.some((rect) => {
    if (route.label && meets(route.label, rect, 4)) return true
    return pieces(route.points).some((piece) => meets(piece, rect, 6))
  })
}
