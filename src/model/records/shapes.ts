/** Shapes of all record fields, derived from `fields/chartFields.ts`, for reading. */
import { flowlineFields, measureFields, postFields, stepFields, waiverFields } from '../fields/chartFields.ts'
import { riskFields } from '../fields/riskFields.ts'
import { headerFields } from '../fields/headerFields.ts'
import { gradingKind } from '../grading.ts'
import { shapesOf } from './shapeOf.ts'

export const shapes = {
  header: shapesOf(headerFields),
  post: shapesOf(postFields),
  step: shapesOf(stepFields),
  flowline: shapesOf(flowlineFields),
  risk: shapesOf(riskFields),
  measure: shapesOf(measureFields),
  grading: shapesOf(gradingKind.fields),
  waiver: shapesOf(waiverFields),
} as const
