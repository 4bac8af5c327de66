import type { Point } from '../../layout/arrangement.ts'
import type { Id, Step, StepKind } from '../../model/chart.ts'
import type { NewStep } from '../../model/edits/addStep.ts'
import { positionField } from '../../model/edits/placeSteps.ts'
import { newStep } from '../openChart/commands/stepCommands.ts'
import type { Drawing } from '../openChart/useDrawing.ts'
import { laneAt } from './laneAt.ts'

/** A new step that stands where it was dropped, with the post of the lane there. */
export function newStepAt(kind: StepKind, at: Point, drawing: Drawing): NewStep {
  const field = positionField(drawing.view, drawing.edition.name)
  return { ...newStepInLane(kind, at, drawing, undefined), ...(field ? { [field]: at } : {}) }
}

/** The same inside a flowline, where the layout places it. */
export function newStepInLine(kind: StepKind, at: Point, line: Id, drawing: Drawing): NewStep {
  const { chart } = drawing.edition
  const from = chart.flowlines.find((each) => each.id === line)?.from
  return newStepInLane(
    kind,
    at,
    drawing,
    chart.steps.find((step) => step.id === from),
  )
}

/**
 * A new step with the post of the lane at this place; in views without lanes with the posts of the
 * step before it. The layout places it: a connected step that a hand pinned would push others away.
 */
export function newStepInLane(
  kind: StepKind,
  [x]: Point,
  { arrangement }: Drawing,
  before: Step | undefined,
): NewStep {
  const lane = laneAt(x, arrangement)
  if (!lane) return newStep(kind, before)
  return { ...newStep(kind, undefined), ...(lane.post === null ? {} : { posts: [lane.post] }) }
}
