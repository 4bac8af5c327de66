/** 分级办法 on screen: texts of rules, of derived levels, and of regrading. */
import type { GradingRule, GradingScheme, MarkShape } from '../../model/grading.ts'
import type { GradeReason } from '../../model/grading/levelBy.ts'
import type { RegradedBy } from '../../model/edits/changeGrading.ts'
import { stepWords } from '../paper/paper.ts'

export const gradingText = {
  heading: '分级办法',
  ofChart: (name: string) => `当前：${name}`,
  schemes: '办法',
  mine: '本图在用',
  source: '来源',
  levels: '等级',
  factors: '评定因素',
  rule: '评定规则',
  copy: '复制为自定义',
  preview: '更换以后',
  previewNone: '图上还没有风险点，更换后直接使用新的等级。',
  previewRisk: '风险点',
  previewBefore: '现在',
  previewAfter: '以后',
  previewWhy: '依据',
  ungraded: '未评定',
  untold: (count: number) => `有 ${count} 个风险点更换后没有等级，需要重新评定。`,
  keeps: '已填写的评定因素和原等级都会保留，换回原办法即恢复。',
  adopt: '采用',
  inUse: '正在使用',
  close: '关闭',
  levelHelp: '等级说明',
} as const

export const schemeEditor = {
  name: '办法名称',
  source: '来源',
  level: '等级名称',
  word: '标记',
  definition: '含义',
  colour: '颜色',
  shape: '形状',
  add: '增加',
  remove: '删除',
  up: '加重',
  down: '减轻',
  gravestFirst: '从重到轻排列',
  factor: '因素名称',
  values: '取值，从轻到重，每行一个',
  atLeast: '达到',
  isLevel: '为',
  weight: '权重',
  first: '第一个取值的分数',
  anyValue: '不限',
  line: (at: number) => `第 ${at} 行`,
  newLevel: '新等级',
  newWord: '新',
  newFactor: '新因素',
  newValues: ['较小', '较大'],
  copyOf: (name: string) => `${name}（自定义）`,
  circumstances: '一项成立即定为最重等级的情形',
  kinds: {
    byHand: '人工选择等级',
    table: '按组合对照表',
    product: '各因素分数相乘',
    weighted: '各因素加权计分',
    risks: '按同一环节或岗位的风险种数',
    criteria: '按符合标准的项数',
  },
} as const

export const shapeName = {
  triangle: '三角',
  diamond: '菱形',
  circle: '圆',
  square: '方块',
} as const satisfies Record<MarkShape, string>

export const regradedText = {
  restored: '恢复原等级',
  same: '等级相同',
  factors: '按评定规则',
  rank: '按轻重次序对应',
  none: '需要重新评定',
} as const satisfies Record<RegradedBy, string>

/** The reason for a level, in the scheme's words. */
export function sayWhy(
  why: GradeReason,
  scheme: GradingScheme,
  chosen: Readonly<Record<string, number>>,
): string {
  switch (why.by) {
    case 'table':
      return stepWords.listed(
        (scheme.factors ?? []).map(({ id, name, values }) => `${name}${values[(chosen[id] ?? 0) - 1] ?? ''}`),
      )
    case 'score':
      return `得分 ${why.score}`
    case 'risks':
      return `有 ${why.count} 种风险`
    case 'criteria':
      return `符合 ${why.count} 项标准`
    case 'circumstance':
      return scheme.factors?.find(({ id }) => id === why.factor)?.name ?? ''
  }
}

/** The rule as readable lines. */
export function sayRule(scheme: GradingScheme): readonly string[] {
  const rule: GradingRule = scheme.rule ?? { kind: 'byHand' }
  switch (rule.kind) {
    case 'byHand':
      return [schemeEditor.kinds.byHand]
    case 'table':
      return rule.lines.map(({ when, level }) => `${sayWhen(scheme, when)}：${nameOf(scheme, level)}`)
    case 'score':
      return [
        schemeEditor.kinds[rule.combine],
        ...rule.thresholds.map(({ atLeast, level }) => `${atLeast} 分以上：${nameOf(scheme, level)}`),
      ]
    case 'count':
      return [
        schemeEditor.kinds[rule.of],
        ...rule.thresholds.map(
          ({ atLeast, level }) =>
            `${atLeast} ${rule.of === 'risks' ? '种' : '项'}以上：${nameOf(scheme, level)}`,
        ),
        ...(rule.circumstances && rule.circumstances.length > 0 ? [schemeEditor.circumstances] : []),
      ]
  }
}

function sayWhen(scheme: GradingScheme, when: Readonly<Record<string, readonly number[]>>): string {
  const said = (scheme.factors ?? []).flatMap(({ id, name, values }) => {
    const places = when[id]
    return places ? [`${name}${places.map((place) => values[place - 1] ?? '').join('或')}`] : []
  })
  return said.length > 0 ? said.join('，') : '其他'
}

function nameOf({ levels }: GradingScheme, level: string): string {
  return levels.find(({ id }) => id === level)?.name ?? ''
}
