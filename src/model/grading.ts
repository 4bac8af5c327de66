/** 分级办法: which levels a risk can have. Numerals are not ordered alike everywhere (一级 is the lighter in [P23]), so rank is explicit. */
import type { Id } from './chart.ts'

/** Drawn inside the mark, so that colour is never the only sign. */
export type MarkShape = 'triangle' | 'diamond' | 'circle' | 'square'

export interface RiskLevel {
  readonly id: Id
  /** 1 is the gravest. */
  readonly rank: number
  /** 高、一级、重点 … */
  readonly name: string
  /** One or two characters for the mark. */
  readonly word: string
  readonly definition?: string
  /** #rrggbb */
  readonly colour: string
  readonly shape: MarkShape
}

/** 评定因素: 可能性、严重性 …, each with the values one can choose. */
export interface RiskFactor {
  readonly id: Id
  readonly name: string
  readonly values: readonly string[]
}

export interface GradingScheme {
  readonly id: Id
  readonly name: string
  readonly source?: string
  readonly levels: readonly RiskLevel[]
  readonly factors?: readonly RiskFactor[]
}

/** 高/中/低 by legal consequence: the definition that is quoted most (合肥职业技术学院 2012 [W1]). */
export const highMediumLow: GradingScheme = {
  id: 'high-medium-low',
  name: '高中低三级',
  source: '《做好查找风险阶段工作的通知》',
  levels: [
    {
      id: 'high',
      rank: 1,
      name: '高',
      word: '高',
      definition: '一旦发生，可能违犯国家法律法规、构成犯罪，受到法律追究',
      colour: '#c62828',
      shape: 'triangle',
    },
    {
      id: 'medium',
      rank: 2,
      name: '中',
      word: '中',
      definition: '一旦发生，可能违反党纪政纪，受到党纪政纪处分',
      colour: '#c75b00',
      shape: 'diamond',
    },
    {
      id: 'low',
      rank: 3,
      name: '低',
      word: '低',
      definition: '一旦发生，可能违反廉洁自律规定，受到诫勉谈话等处理',
      colour: '#1f6f54',
      shape: 'circle',
    },
  ],
}
