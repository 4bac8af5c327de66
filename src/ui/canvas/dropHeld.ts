/** State of a step drag, and the edit that its drop makes. */
import type { NodeChange } from '@xyflow/react'
import type { Lane, Point, Rect } from '../../layout/arrangement.ts'
import type { Chart, Id } from '../../model/chart.ts'
import { moveStepInto } from '../../model/edits/moveStepInto.ts'
import { moveToLane } from '../../model/edits/moveToLane.ts'
import { placeSteps } from '../../model/edits/placeSteps.ts'
import type { Edit } from '../../model/edits/refusal.ts'
import { allow } from '../../model/edits/refusal.ts'
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
  /** The lanes whose posts steps would take; none if all stay in their own. */
  readonly lanes: readonly Lane[]
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
  const lanes = otherLanes(rects, drawing).map(({ lane }) => lane)
  if (more.length > 0) return { moved: rects, guides: [], line: null, isInto: false, lanes, dropped }
  const others = Object.entries(drawing.arrangement.steps).flatMap(([other, each]) =>
    other === id ? [] : [each],
  )
  const { rect: placed, guides } = keys.isFree ? { rect, guides: [] } : snapped(rect, others)
  const line = lineUnder(id, placed, drawing)
  const isLoose = !drawing.edition.chart.flowlines.some(({ from, to }) => from === id || to === id)
  const isInto = line !== null && (isLoose || keys.isInto)
  return { moved: { [id]: placed }, guides, line, isInto, lanes: isInto ? [] : lanes, dropped }
}

/** The flowline under a dragged step, except those that already start or end there. */
function lineUnder(step: Id, rect: Rect, { arrangement, edition }: Drawing): Id | null {
  const hit = flowlineAt(centreOf(rect), arrangement)
  const line = edition.chart.flowlines.find((each) => each.id === hit)
  return line && line.from !== step && line.to !== step ? line.id : null
}

interface LaneChange {
  readonly lane: Lane
  /** The steps that would take its post. */
  readonly steps: readonly Id[]
}

/** Each step takes the post of the lane that it is over; several may come into several lanes. */
function otherLanes(rects: Moved, { arrangement, edition }: Drawing): readonly LaneChange[] {
  const found = new Map<Lane, Id[]>()
  for (const step of edition.chart.steps) {
    const rect = rects[step.id]
    const lane = rect && laneAt(centreOf(rect)[0], arrangement)
    if (!lane || (step.posts?.[0] ?? null) === lane.post) continue
    found.set(lane, [...(found.get(lane) ?? []), step.id])
  }
  return [...found].map(([lane, steps]) => ({ lane, steps }))
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
export function dropOf({ moved, line, isInto, lanes }: Held, drawing: Drawing, newId: () => Id): Drop {
  const { chart, name } = drawing.edition
  const [id] = Object.keys(moved) as [Id]
  if (isInto && line !== null)
    return {
      decide: (now) => moveStepInto(now, id, line, newId()),
      says: gestureText.movedInto(stepNameIn(chart, id), betweenEnds(chart, line)),
    }
  if (lanes.length > 0) {
    const taken = otherLanes(moved, drawing)
    return { decide: (now) => moveToLanes(now, taken), says: sayLanes(chart, taken) }
  }
  const centres = Object.entries(moved).map(([step, each]) => [step, centreOf(each)] as const)
  return { decide: (now) => placeSteps(now, drawing.view, name, new Map(centres)) }
}

function moveToLanes(chart: Chart, taken: readonly LaneChange[]): Edit {
  const edits = taken.map(({ lane, steps }) => moveToLane(chart, steps, lane.post ?? undefined))
  return edits.find((edit) => !edit.ok) ?? allow(...edits.flatMap((edit) => (edit.ok ? edit.changes : [])))
}

function sayLanes(chart: Chart, [first, ...others]: readonly LaneChange[]): string {
  if (!first) return ''
  if (others.length === 0) return sayLane(chart, first.steps, first.lane.post)
  return gestureText.ownLanes([first, ...others].flatMap(({ steps }) => steps).length)
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
