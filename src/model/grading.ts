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

/**
 * 评定因素: 可能性、严重性 …, each with the values one can choose. A risk keeps the place of
 * the chosen value, 1 for the first. Schemes whose values mean different things give
 * their factors different ids, so that a choice made under the one is never read by the other.
 */
export interface RiskFactor {
  readonly id: Id
  readonly name: string
  readonly values: readonly string[]
  readonly help?: string
}

/** A line of a table: holds where each factor that it names has one of these places. */
export interface RuleLine {
  readonly when: Readonly<Record<Id, readonly number[]>>
  readonly level: Id
}

/** The level from so much on; of several that are reached, the one that asks for most. */
export interface Threshold {
  readonly atLeast: number
  readonly level: Id
}

/** How a level follows from the factors. Without a rule it is chosen by hand. */
export type GradingRule =
  | { readonly kind: 'byHand' }
  /** The first line that holds; none before every factor is chosen. */
  | { readonly kind: 'table'; readonly lines: readonly RuleLine[] }
  /** L×C → D, or points with weights. The first value of a factor gives `first` points, each next one more. */
  | {
      readonly kind: 'score'
      readonly combine: 'product' | 'weighted'
      readonly first: number
      readonly weights?: Readonly<Record<Id, number>>
      readonly thresholds: readonly Threshold[]
    }
  /**
   * How many: different risks at the same step or post, or criteria (factors of 否 and 是)
   * that are met. One circumstance that holds forces the gravest level, whatever the number.
   */
  | {
      readonly kind: 'count'
      readonly of: 'risks' | 'criteria'
      readonly circumstances?: readonly Id[]
      readonly thresholds: readonly Threshold[]
    }

export interface GradingScheme {
  readonly id: Id
  readonly name: string
  readonly source?: string
  readonly levels: readonly RiskLevel[]
  readonly factors?: readonly RiskFactor[]
  readonly rule?: GradingRule
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
