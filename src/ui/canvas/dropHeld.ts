/** State of a step drag, and the edit that its drop makes. */
import type { NodeChange } from '@xyflow/react'
import type { Point, Rect } from '../../layout/arrangement.ts'
import type { Id } from '../../model/chart.ts'
import { moveStepInto } from '../../model/edits/moveStepInto.ts'
import { placeSteps } from '../../model/edits/placeSteps.ts'
import { assignPosts } from '../../model/edits/posts.ts'
import type { DoEdit } from '../openChart/chartContext.ts'
import type { Moved } from './elements.ts'
import { flowlineAt } from './flowlineAt.ts'
import type { Guide } from './snapped.ts'
import { snapped } from './snapped.ts'
import type { StepNodeType } from './StepNode.tsx'
import type { Drawing } from '../openChart/useDrawing.ts'

export interface Held {
  readonly moved: Moved
  readonly guides: readonly Guide[]
  /** The flowline into which the step would be inserted. */
  readonly target: Id | null
  readonly dropped: boolean
}

/** Undefined if the changes move nothing. A single dragged step snaps, unless `free` is set. */
export function heldIn(
  changes: readonly NodeChange<StepNodeType>[],
  drawing: Drawing,
  free: boolean,
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
  if (more.length > 0 || free) return { moved: rects, guides: [], target: null, dropped }
  const others = Object.entries(drawing.arrangement.steps).flatMap(([other, each]) =>
    other === id ? [] : [each],
  )
  const { rect: placed, guides } = snapped(rect, others)
  return { moved: { [id]: placed }, guides, target: targetOf(id, placed, drawing), dropped }
}

/** The flowline under a dragged step, except those that already start or end there. */
function targetOf(step: Id, rect: Rect, { arrangement, edition }: Drawing): Id | null {
  const hit = flowlineAt(centreOf(rect), arrangement)
  const line = edition.chart.flowlines.find((each) => each.id === hit)
  return line && line.from !== step && line.to !== step ? line.id : null
}

function centreOf({ x, y, width, height }: Rect): Point {
  return [x + width / 2, y + height / 2]
}

/**
 * Drop on a flowline: the step is inserted into it. Drop in another lane: it gets that lane's post
 * and the layout places it. Otherwise it is pinned where it was dropped.
 */
export function dropHeld({ moved, target }: Held, drawing: Drawing, edit: DoEdit, newId: () => Id): void {
  const [[id, rect], ...more] = Object.entries(moved) as [[Id, Rect], ...unknown[]]
  if (target !== null) {
    edit((chart) => moveStepInto(chart, id, target, newId()))
    return
  }
  const post = more.length === 0 ? newPostOf(id, rect, drawing) : undefined
  if (post !== undefined) {
    edit((chart) => assignPosts(chart, [id], [post], newId))
    return
  }
  const centres = Object.entries(moved).map(([step, each]) => [step, centreOf(each)] as const)
  edit((chart) => placeSteps(chart, drawing.view, drawing.edition.name, new Map(centres)))
}

/** Name of the post whose lane the step was dragged into; undefined if that is its own. */
function newPostOf(id: Id, rect: Rect, { arrangement, edition }: Drawing): string | undefined {
  const [centre] = centreOf(rect)
  const lane = arrangement.lanes.find((each) => centre >= each.x && centre < each.x + each.width)
  const post = edition.chart.posts.find((each) => each.id === lane?.post)
  const step = edition.chart.steps.find((each) => each.id === id)
  return post && step?.posts?.[0] !== post.id ? post.name : undefined
}
