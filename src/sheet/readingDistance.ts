/**
 * How large the smallest text must be to be read from where people stand. The rule is data:
 * a row a paper, one number a metre, one number below which nothing is printed unasked.
 */
import type { PaperName } from './papers.ts'

/**
 * m. A4 is held in the hand; a notice board is read from about 1 m (field G3: a rule of
 * thumb, no standard was found), a large sign from farther away, because one steps back to
 * see the whole of it.
 */
export const usualDistance = {
  A4: 0.45,
  A3: 1,
  A2: 1,
  A1: 1.2,
  A0: 1.5,
  '600x900': 1.2,
  '800x1200': 1.5,
} as const satisfies Record<PaperName, number>

/**
 * mm of em at 1 m: 13′ of arc. A step's name is 14/11 of it then, 4.9 mm: the 14 pt that
 * field G3 asks for at 1 m. 20′, 5.8 mm, is comfortable (facts 5).
 */
const textAtOneMetre = 3.8

/**
 * The smallest text, in mm of em, that is printed without asking, from however near it is read
 * (facts 5).
 */
export const leastText = 2.6

/** The text size (mm of em) that is needed at a reading distance (m). */
export function neededText(distance: number): number {
  return Math.max(leastText, textAtOneMetre * distance)
}

/** The distance (m) from which text of a size (mm of em) can be read. */
export function readableFrom(text: number): number {
  return text / textAtOneMetre
}
