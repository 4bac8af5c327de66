/** 分级办法: which levels a risk can have. Numerals are not ordered alike everywhere (一级 is the lighter in [P23]), so rank is explicit. */
import {
  byName,
  either,
  id,
  listOf,
  number,
  optional,
  record,
  text,
  word,
  type RecordOf,
  type ValueOf,
} from './kinds/kinds.ts'

const levelFields = {
  id,
  /** 1 is the gravest. */
  rank: number,
  /** 高、一级、重点 … */
  name: text,
  /** One or two characters for the mark. */
  word: text,
  definition: optional(text),
  /** #rrggbb */
  colour: { is: 'text', strict: true, pattern: /^#[0-9a-fA-F]{6}$/ },
  /** Drawn inside the mark, so that colour is never the only sign. */
  shape: { ...word('triangle', 'diamond', 'circle', 'square'), otherwise: 'circle' },
} as const

export interface RiskLevel extends RecordOf<typeof levelFields> {}

export type MarkShape = RiskLevel['shape']

const factorFields = { id, name: text, values: listOf(text), help: optional(text) } as const

/**
 * 评定因素: 可能性、严重性 …, each with the values one can choose. A risk keeps the place of
 * the chosen value, 1 for the first. Schemes whose values mean different things give
 * their factors different ids, so that a choice made under the one is never read by the other.
 */
export interface RiskFactor extends RecordOf<typeof factorFields> {}

const lineFields = { when: { ...byName(listOf(number)), otherwise: {} }, level: id } as const

/** A line of a table: holds where each factor that it names has one of these places. */
export interface RuleLine extends RecordOf<typeof lineFields> {}

const thresholdFields = { atLeast: number, level: id } as const

/** The level from so much on; of several that are reached, the one that asks for most. */
export interface Threshold extends RecordOf<typeof thresholdFields> {}

const thresholds = { ...listOf(record(thresholdFields)), otherwise: [] } as const

/** How a level follows from the factors. Without a rule it is chosen by hand. */
const ruleKind = either(
  record({ kind: word('byHand') }),
  /** The first line that holds; none before every factor is chosen. */
  record({ kind: word('table'), lines: { ...listOf(record(lineFields)), otherwise: [] } }),
  /** L×C → D, or points with weights. The first value of a factor gives `first` points, each next one more. */
  record({
    kind: word('score'),
    combine: { ...word('product', 'weighted'), otherwise: 'product' },
    first: { ...number, otherwise: 1 },
    weights: optional(byName(number)),
    thresholds,
  }),
  /**
   * How many: different risks at the same step or post, or criteria (factors of 否 and 是)
   * that are met. One circumstance that holds forces the gravest level, whatever the number.
   */
  record({
    kind: word('count'),
    of: { ...word('risks', 'criteria'), otherwise: 'risks' },
    circumstances: optional(listOf(id)),
    thresholds,
  }),
)

export type GradingRule = ValueOf<typeof ruleKind>

const schemeFields = {
  id: { ...id, otherwise: 'own' },
  name: { ...text, otherwise: '' },
  source: optional(text),
  levels: { ...listOf(record(levelFields)), otherwise: [] },
  factors: optional(listOf(record(factorFields))),
  rule: optional(ruleKind),
} as const

export const gradingKind = record(schemeFields)

export interface GradingScheme extends RecordOf<typeof schemeFields> {}

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
