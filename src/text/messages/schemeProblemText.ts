/** Faults of a 分级办法, in words. */
import type { SchemeProblem } from '../../model/grading/schemeProblems.ts'

export const schemeProblemText = {
  'no-name': '请写办法名称。',
  'no-levels': '至少要有一个等级。',
  'level-without-name': '每个等级都要有名称和标记。',
  'levels-of-one-name': '等级名称不能重复。',
  'levels-look-alike': '各等级的形状和标记文字要互不相同：黑白打印时颜色分不出来。',
  'levels-of-one-rank': '等级的轻重不能相同。',
  'factor-without-values': '每个评定因素都要有名称和两个以上的取值。',
} as const satisfies Record<SchemeProblem, string>
