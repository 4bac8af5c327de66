/** Why a value of 单位设置 is refused. */
import type { UnitProblem } from '../../model/unit/unit.ts'
import { ownColoursText } from './ownColoursText.ts'
import { schemeProblemText } from './schemeProblemText.ts'

const unitProblemText = {
  ...schemeProblemText,
  'wrong-kind': '这一项不能填这样的内容',
  'too-long': '内容太长',
  ...ownColoursText,
  brackets: '只写年份前面的字，不带括号，例如“某廉预”',
} as const satisfies { readonly [P in UnitProblem]: string }

/** Without a full stop, because it is embedded in sentences. */
export function sayUnitProblem(problem: UnitProblem): string {
  return unitProblemText[problem].replace(/。$/, '')
}

/** Error text for programs. */
export const notOfUnit =
  '只能写单位设置的栏目：name、consultPhone、supervisionPhone、style、grading、noticeWord、emblem'

export const emblemProblem = {
  unreadable: '不是能用的 PNG 图片（每色 8 位、不隔行、边长不超过 600 像素）',
  tooLarge: (kilobytes: number) => `图片超过 ${kilobytes} KB`,
} as const
