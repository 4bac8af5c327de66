/** State of a step drag, and the edit that its drop makes. */
import type { NodeChange } from '@xyflow/react'
import type { Lane, Point, Rect } from '../../layout/arrangement.ts'
import type { Chart, Id } from '../../model/chart.ts'
import { moveStepInto } from '../../model/edits/moveStepInto.ts'
import { moveToLane } from '../../model/edits/moveToLane.ts'
import { placeSteps } from '../../model/edits/placeSteps.ts'
import type { Edit } from '../../model/edits/refusal.ts'
import { gestureText } from '../../text/screen/gestureText.ts'
import type { Moved } from './elements.ts'
import { flowlineAt } from './flowlineAt.ts'
import { laneAt } from './laneAt.ts'
import type { Guide } from './snapped.ts'
import { snapped } from './snapped.ts'
import type { StepNodeType } from './StepNode.tsx'
import type { Drawing } from '../openChart/useDrawing.ts'

/** Keys that are down during a drag. */
export interface DragKeys {
  /** Ctrl: the step does not snap. */
  readonly isFree: boolean
  /** Alt: a step that has flowlines is inserted into the one it is dropped on. */
  readonly isInto: boolean
}

export interface Held {
  readonly moved: Moved
  readonly guides: readonly Guide[]
  /** The flowline under the step; inserted into only if `isInto`. */
  readonly line: Id | null
  readonly isInto: boolean
  /** The lane whose post the steps would take; undefined if they stay in their own. */
  readonly lane: Lane | undefined
  readonly dropped: boolean
}

/** Undefined if the changes move nothing. A single dragged step snaps, unless Ctrl is held. */
export function heldIn(
  changes: readonly NodeChange<StepNodeType>[],
  drawing: Drawing,
  keys: DragKeys,
): Held | undefined {
  const rects: { [step: Id]: Rect } = {}
  let dropped = true
  for (const change of changes) {
    if (change.type !== 'position' || !change.position) continue
    const rect = drawing.arrangement.steps[change.id]
    if (!rect) continue
    rects[change.id] = { ...rect, ...change.position }
    if (change.dragging) dropped = false
  }
  const [first, ...more] = Object.entries(rects)
  if (!first) return undefined
  const [id, rect] = first
  const lane = otherLane(rects, drawing)
  if (more.length > 0) return { moved: rects, guides: [], line: null, isInto: false, lane, dropped }
  const others = Object.entries(drawing.arrangement.steps).flatMap(([other, each]) =>
    other === id ? [] : [each],
  )
  const { rect: placed, guides } = keys.isFree ? { rect, guides: [] } : snapped(rect, others)
  const line = lineUnder(id, placed, drawing)
  const isLoose = !drawing.edition.chart.flowlines.some(({ from, to }) => from === id || to === id)
  const isInto = line !== null && (isLoose || keys.isInto)
  return { moved: { [id]: placed }, guides, line, isInto, lane: isInto ? undefined : lane, dropped }
}

/** The flowline under a dragged step, except those that already start or end there. */
function lineUnder(step: Id, rect: Rect, { arrangement, edition }: Drawing): Id | null {
  const hit = flowlineAt(centreOf(rect), arrangement)
  const line = edition.chart.flowlines.find((each) => each.id === hit)
  return line && line.from !== step && line.to !== step ? line.id : null
}

/** The lane under the middle of what is dragged, if one of the steps has another post. */
function otherLane(rects: Moved, { arrangement, edition }: Drawing): Lane | undefined {
  const centres = Object.values(rects).map((rect) => centreOf(rect)[0])
  const lane = laneAt((Math.min(...centres) + Math.max(...centres)) / 2, arrangement)
  if (!lane) return undefined
  const isElsewhere = edition.chart.steps.some(
    (step) => rects[step.id] && (step.posts?.[0] ?? null) !== lane.post && isOver(rects[step.id]!, lane),
  )
  return isElsewhere ? lane : undefined
}

/** Several steps that are dragged together keep the lanes that they are dropped in. */
function isOver(rect: Rect, lane: Lane): boolean {
  const [x] = centreOf(rect)
  return x >= lane.x && x < lane.x + lane.width
}

export function centreOf({ x, y, width, height }: Rect): Point {
  return [x + width / 2, y + height / 2]
}

export interface Drop {
  readonly decide: (chart: Chart) => Edit
  /** What the drop did to the procedure; undefined if the steps only moved. */
  readonly says?: string
}

/**
 * A drop only moves the steps; dropped in another lane they take its post, and the layout places
 * them. Only a single step that was shown to go into a flowline is inserted there.
 */
export function dropOf({ moved, line, isInto, lane }: Held, drawing: Drawing, newId: () => Id): Drop {
  const { chart, name } = drawing.edition
  const [id] = Object.keys(moved) as [Id]
  if (isInto && line !== null)
    return {
      decide: (now) => moveStepInto(now, id, line, newId()),
      says: gestureText.movedInto(stepNameIn(chart, id), betweenEnds(chart, line)),
    }
  if (lane) {
    const steps = chart.steps.filter(
      (step) => moved[step.id] && isOver(moved[step.id]!, lane) && (step.posts?.[0] ?? null) !== lane.post,
    )
    const ids = steps.map((step) => step.id)
    return {
      decide: (now) => moveToLane(now, ids, lane.post ?? undefined),
      says: sayLane(chart, ids, lane.post),
    }
  }
  const centres = Object.entries(moved).map(([step, each]) => [step, centreOf(each)] as const)
  return { decide: (now) => placeSteps(now, drawing.view, name, new Map(centres)) }
}

function sayLane(chart: Chart, steps: readonly Id[], lane: Id | null): string {
  const post = chart.posts.find((each) => each.id === lane)
  if (!post) return gestureText.noLane(steps.length)
  if (steps.length > 1) return gestureText.lanes(steps.length, post.name)
  return gestureText.lane(stepNameIn(chart, steps[0]!), post.name)
}

/** “受理”和“审查”之间 */
export function betweenEnds(chart: Chart, flowline: Id): string {
  const line = chart.flowlines.find((each) => each.id === flowline)
  return line ? gestureText.between(stepNameIn(chart, line.from), stepNameIn(chart, line.to)) : ''
}

export function stepNameIn(chart: Chart, step: Id): string {
  return chart.steps.find((each) => each.id === step)?.name ?? ''
}
