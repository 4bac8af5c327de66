import { highMediumLow } from '../../../model/grading.ts'
import type { TableField } from '../../../text/recognition/headings.ts'
import { stepCode } from '../../../text/recognition/tableWords.ts'
import { isDutyWord } from '../cells/isDutyWord.ts'
import { readLevel } from '../cells/readLevel.ts'
import { numberIn } from '../cells/stepNumber.ts'
import type { HeadingCell } from './findHeadingRows.ts'

/** Decides by content: 步骤 over 1, 2, 3 is a number; 风险 over 高, 中, 低 is a level. */
export function meaningByContent(
  { meanings, chosen }: HeadingCell,
  cells: readonly string[],
  { isNumbered, isGraded }: { readonly isNumbered: boolean; readonly isGraded: boolean },
): readonly TableField[] {
  if (cells.length === 0 || chosen !== undefined) return meanings
  const areNumbers = cells.every((cell) => numberIn(cell) !== undefined || stepCode.test(cell))
  if (!isNumbered && meanings[0] === 'name' && areNumbers) return ['number']
  if (meanings[0] === 'duty' && !cells.some(isDutyWord)) return ['posts']
  const areLevels = cells.every((cell) => !/^\d+$/.test(cell) && readLevel(cell, highMediumLow) !== undefined)
  if (areLevels && isGraded && ['risk', 'level'].includes(meanings[0] ?? ''))
    return meanings[0] === 'risk' ? [] : meanings
  if (meanings[0] === 'risk' && areLevels) return ['level']
  return meanings[0] === 'number' && !areNumbers && meanings.length > 1 ? meanings.slice(1) : meanings
}
