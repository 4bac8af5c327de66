/** Schemes of four levels, as tables write them; chosen only where the table uses their own words. */
import type { GradingScheme } from '../../model/grading.ts'
import { levels } from './levels.ts'

function scheme(
  id: string,
  name: string,
  source: string,
  names: readonly (readonly [string, string])[],
): GradingScheme {
  return {
    id,
    name,
    source,
    levels: levels(...names.map(([level, word], at) => ({ id: `${id}-${at + 1}`, name: level, word }))),
    rule: { kind: 'byHand' },
  }
}

const doubleGuard =
  '《国务院安委会办公室关于实施遏制重特大事故工作指南构建双重预防机制的意见》（安委办〔2016〕11号）'

export const fourLevelSchemes: readonly GradingScheme[] = [
  scheme('great-to-low', '重大、较大、一般、低四级', doubleGuard, [
    ['重大', '重'],
    ['较大', '较'],
    ['一般', '般'],
    ['低', '低'],
  ]),
  scheme('extreme-to-low', '极高、高、中、低四级', '按表中的写法', [
    ['极高', '极'],
    ['高', '高'],
    ['中', '中'],
    ['低', '低'],
  ]),
  scheme('one-to-four', '一、二、三、四级', '按表中的写法', [
    ['一级', '一'],
    ['二级', '二'],
    ['三级', '三'],
    ['四级', '四'],
  ]),
]
