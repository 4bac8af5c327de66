/**
 * 分级办法 as units really use them, each with its source. Levels, factors and rules are
 * data: what a rule does is in model/grading. Each level has a shape and a word of its
 * own, so that marks are told apart in grey.
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

/** Ready to take, the most quoted first. */
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
