/** Measures things for `layout`, as the canvas shows them. */
import type { StepMeasure } from '../layout/measure.ts'
import { measureWith } from './measureWith.ts'

/** The sizes that `layout` asks for, with boxes of the canvas's widths. */
export const measure: StepMeasure = measureWith()
