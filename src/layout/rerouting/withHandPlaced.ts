/**
 * Applies positions set by hand. The other steps are arranged as usual; those that overlap a
 * hand-placed step move below it, and only the flowlines that this touches are routed anew.
 */
import type { Chart, EditionName, Position, Step, View } from '../../model/chart.ts'
import type { Arrangement, Lane, Rect } from '../arrangement.ts'
import { meets } from '../coordinates/freeLabel.ts'
import type { Plan } from '../planning/plan.ts'
import type { Bands } from './openBands.ts'
import { openBands } from './openBands.ts'
import { movedDrawing } from './movedDrawing.ts'
import { spacing } from '../spacing.ts'

export function withHandPlaced(
  chart: Chart,
  plan: Plan,
  arrangement: Arrangement,
  edition: EditionName,
): Arrangement {
  const held = handPlaces(chart, plan.view, edition)
  if (held.size === 0) return arrangement
  const before = plan.steps.map((step) => arrangement.steps[step.id]!)
  const { lanes } = arrangement
  return movedDrawing(plan, arrangement, madeWay({ plan, lanes, before, held, fresh: new Set() }))
}

/** By index of the step: the middle of where a hand put it. */
export function handPlaces(chart: Chart, view: View, edition: EditionName): ReadonlyMap<number, Position> {
  return new Map(
    chart.steps.flatMap((step, index) => {
      const position = positionOf(step, view, edition)
      return position ? [[index, position] as const] : []
    }),
  )
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

/** A step, how far it made way, and how far below it what is in its way goes; null: that moves as far as it did. */
interface Standing {
  readonly rect: Rect
  readonly by: number
  readonly gap: number | null
}

interface MakingWay {
  readonly plan: Plan
  readonly lanes: readonly Lane[]
  readonly before: readonly Rect[]
  /** Steps that a hand placed. */
  readonly held: ReadonlyMap<number, Position>
  /** Steps that are new, and stand where `before` has them. */
  readonly fresh: ReadonlySet<number>
}

/**
 * Each step without a position of its own moves down until it overlaps nothing; what it leads to, and
 * what stands below it, moves as far, so that the chart opens at one place and stays as it is elsewhere.
 */
export function madeWay({ plan, lanes, before, held, fresh }: MakingWay): Rect[] {
  const places = plan.steps.map((step, index) => {
    const position = held.get(index)
    return position ? placedRect(before[index]!, position, lanes[step.lane]) : before[index]!
  })
  const isFixed = (step: number): boolean => held.has(step) || fresh.has(step)
  const others = plan.steps.map((_, step) => step).filter((step) => !isFixed(step))
  others.sort((a, b) => before[a]!.y - before[b]!.y || a - b)
  const fixed = plan.steps.flatMap((_, step): Standing[] => {
    if (!isFixed(step)) return []
    return [{ rect: places[step]!, by: 0, gap: held.has(step) ? 2 * spacing.rows : spacing.rows }]
  })
  const least = places.map(() => 0)
  let rects = places
  for (let round = 0; round < mostRounds; round++) {
    rects = [...places]
    const standing = openBands<Standing>()
    fixed.forEach(standing.add)
    for (const step of others) {
      const from = before[step]!.y
      const rect = lowered({ ...before[step]!, y: from + least[step]! }, from, standing)
      rects[step] = rect
      standing.add({ rect, by: rect.y - from, gap: null })
    }
    for (const step of others) least[step] = rects[step]!.y - before[step]!.y
    if (!followed(plan, isFixed, least)) break
  }
  return rects
}

/** Each round lowers something further; so many are never needed by charts that people draw. */
const mostRounds = 8

/** A step moves down at least as far as those that lead to it; false if all do. */
function followed(plan: Plan, isFixed: (step: number) => boolean, least: number[]): boolean {
  let hasMoved = false
  for (let goesOn = true; goesOn;) {
    goesOn = false
    for (const { from, to, return: isReturn } of plan.flowlines) {
      if (isReturn || from === to || isFixed(from) || isFixed(to)) continue
      if (least[to]! >= least[from]! - 0.01) continue
      least[to] = least[from]!
      goesOn = true
      hasMoved = true
    }
  }
  return hasMoved
}

/** Units between a step that a hand placed and the next: a flowline with its arrow head fits. */
const nearest = 25

/** As far down as it takes to stand clear of the others. */
function lowered(rect: Rect, from: number, standing: Bands<Standing>): Rect {
  const inTheWay = standing
    .near(rect)
    .filter((other) => meets(other.rect, rect, other.gap === null ? spacing.rows - 4 : nearest))
  if (inTheWay.length === 0) return rect
  const below = ({ rect: { y, height }, by, gap }: Standing): number => {
    const isAlong = gap === null && by > 0 && from + by > rect.y
    return isAlong ? from + by : y + height + (gap ?? 2 * spacing.rows)
  }
  return lowered({ ...rect, y: Math.max(...inTheWay.map(below)) }, from, standing)
}
