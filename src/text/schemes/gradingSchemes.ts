/**
 * Built-in 分级办法, each with its source. Levels, factors and rules are data, evaluated in
 * model/grading. Each level has its own shape and word, to be told apart in greyscale.
 */
import type { GradingScheme } from '../../model/grading.ts'
import { highMediumLow } from '../../model/grading.ts'
import { byCriteria, byNumberOfRisks } from './byCount.ts'
import {
  likelihoodByConsequence,
  likelihoodTimesSeverity,
  threeDimensions,
  weightedLetters,
} from './byFactors.ts'
import { fourTriangles, highAndOrdinary, risingTwo, threeStars } from './byMark.ts'

/** The built-in schemes, most cited first. */
export const gradingSchemes: readonly GradingScheme[] = [
  highMediumLow,
  likelihoodTimesSeverity,
  threeDimensions,
  byNumberOfRisks,
  byCriteria,
  fourTriangles,
  threeStars,
  highAndOrdinary,
  risingTwo,
  likelihoodByConsequence,
  weightedLetters,
]
