/**
 * 分级办法: the levels of risks. Numerals do not rank alike everywhere (一级 is the lighter in [P23]), so
 * the rank is explicit.
 */
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
  /** 1 is the most severe. */
  rank: number,
  /** 高、一级、重点 … */
  name: text,
  /** Text of the mark: one or two characters. */
  word: text,
  definition: optional(text),
  /** #rrggbb */
  colour: { is: 'text', strict: true, pattern: /^#[0-9a-fA-F]{6}$/ },
  /** Drawn inside the mark, so that levels can be told apart without colour. */
  shape: { ...word('triangle', 'diamond', 'circle', 'square'), otherwise: 'circle' },
} as const

export interface RiskLevel extends RecordOf<typeof levelFields> {}

export type MarkShape = RiskLevel['shape']

const factorFields = { id, name: text, values: listOf(text), help: optional(text) } as const

/**
 * 评定因素: 可能性、严重性 …, with their selectable values. A risk stores the position of the chosen value, from
 * 1. Schemes with different values use different factor ids, so that choices are not mixed up.
 */
export interface RiskFactor extends RecordOf<typeof factorFields> {}

const lineFields = { when: { ...byName(listOf(number)), otherwise: {} }, level: id } as const

/** A line of a rule table; matches if each factor it names has one of these positions. */
export interface RuleLine extends RecordOf<typeof lineFields> {}

const thresholdFields = { atLeast: number, level: id } as const

/** Minimum points for a level; if several are reached, the highest minimum applies. */
export interface Threshold extends RecordOf<typeof thresholdFields> {}

const thresholds = { ...listOf(record(thresholdFields)), otherwise: [] } as const

/** How the level is computed from the factors. Without a rule it is chosen manually. */
const ruleKind = either(
  record({ kind: word('byHand') }),
  /** The first matching line; no level until every factor is chosen. */
  record({ kind: word('table'), lines: { ...listOf(record(lineFields)), otherwise: [] } }),
  /**
   * L×C → D, or weighted points. The first value of a factor gives `first` points, each further value
   * one more.
   */
  record({
    kind: word('score'),
    combine: { ...word('product', 'weighted'), otherwise: 'product' },
    first: { ...number, otherwise: 1 },
    weights: optional(byName(number)),
    thresholds,
  }),
  /**
   * By count: of different risks at one step or post, or of criteria (factors with 否 and 是) that are
   * met. A forcing circumstance gives the most severe level regardless of the count.
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

/** 高/中/低 by legal consequence: the most cited definition (合肥职业技术学院 2012 [W1]). */
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
