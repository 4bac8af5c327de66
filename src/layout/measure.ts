import type { Chart, Id, Step, View } from '../model/chart.ts'
import type { Size } from './arrangement.ts'

/**
 * How large things are, in units of the arrangement. Handed in, because only `sheet`
 * knows what a step looks like. Pure: the same question gets the same answer.
 */
export interface StepMeasure {
  /** As large as its text needs. A decision is as large as the box around its diamond. */
  step(step: Step, chart: Chart, view: View): Size
  label(text: string): Size
  /** The head of a lane that is `width` wide. */
  laneHead(name: string, width: number): number
  /** The narrowest lane that carries the name well. */
  laneWidth(name: string): number
  /** Null where the step has no risks (no measures). Only asked for the three columns. */
  sideBox(step: Id, side: 'risks' | 'measures', chart: Chart): Size | null
}
