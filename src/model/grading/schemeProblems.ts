import type { GradingScheme } from '../grading.ts'

/** Problems of a user-defined scheme. The sentences are in text/screen/grading.ts. */
export type SchemeProblem =
  | 'no-name'
  | 'no-levels'
  | 'level-without-name'
  | 'levels-of-one-name'
  | 'levels-look-alike'
  | 'levels-of-one-rank'
  | 'factor-without-values'

/** All problems that prevent using a scheme. Two levels must not differ by colour only. */
export function schemeProblems({ name, levels, factors = [] }: GradingScheme): readonly SchemeProblem[] {
  const says: readonly (readonly [SchemeProblem, boolean])[] = [
    ['no-name', blank(name)],
    ['no-levels', levels.length === 0],
    ['level-without-name', levels.some((level) => blank(level.name) || blank(level.word))],
    ['levels-of-one-name', repeats(levels.map((level) => level.name.trim()))],
    ['levels-look-alike', sharesShape(levels) || repeats(levels.map(({ word }) => word.trim()))],
    ['levels-of-one-rank', repeats(levels.map(({ rank }) => rank))],
    ['factor-without-values', factors.some((factor) => blank(factor.name) || factor.values.length < 2)],
  ]
  return says.flatMap(([problem, holds]) => (holds ? [problem] : []))
}

function blank(text: string): boolean {
  return text.trim() === ''
}

/** Whether a value occurs more than once. */
function repeats(values: readonly (string | number)[]): boolean {
  return new Set(values).size < values.length
}

/** True if levels share one of the four shapes needlessly; levels beyond four differ by their words. */
function sharesShape(levels: GradingScheme['levels']): boolean {
  return new Set(levels.map(({ shape }) => shape)).size < Math.min(levels.length, 4)
}
