import type { Chart, Id, Step, View } from '../model/chart.ts'
import type { Size } from './arrangement.ts'

/**
 * Sizes in units of the arrangement (0.25 mm). Passed in, because only `sheet` knows what a
 * step looks like. Must be pure: equal arguments give equal sizes. For a flow that runs right all
 * is measured turned: widths are heights, the head of a lane stands at its left.
 */
export interface StepMeasure {
  /** The box that the text of a step needs. For a decision, the box around its diamond. */
  step(step: Step, chart: Chart, view: View): Size
  label(text: string): Size
  /** The head of a lane that is `width` wide. */
  laneHead(name: string, width: number): number
  /** The narrowest lane that carries the name well. */
  laneWidth(name: string): number
  /** Null where the step has no risks (no measures). Only asked for the three columns. */
  sideBox(step: Id, side: 'risks' | 'measures', chart: Chart): Size | null
}
