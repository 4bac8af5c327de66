/**
 * The level given by a scheme's rule, and the reason. The stored level is `risk.level`; the rule's
 * result is derived, so that a manual deviation stays visible.
 */
import type { Chart, Id, Risk } from '../chart.ts'
import type { GradingRule, GradingScheme, Threshold } from '../grading.ts'
import { levelsByRank } from './levelsByRank.ts'

export type Factors = Readonly<Record<Id, number>>

/** Why a rule gives a level. */
export type GradeReason =
  | { readonly by: 'table'; readonly line: number }
  | { readonly by: 'score'; readonly score: number }
  | { readonly by: 'risks' | 'criteria'; readonly count: number }
  | { readonly by: 'circumstance'; readonly factor: Id }

export interface Grade {
  readonly level: Id
  readonly why: GradeReason
}

/**
 * The level by the rule for these factors; `risks` is the number of different risks at the same place.
 * Undefined if the rule cannot decide.
 */
export function levelBy(scheme: GradingScheme, factors: Factors, risks = 0): Id | undefined {
  return gradeBy(scheme, factors, risks)?.level
}

/**
 * The level by the rule for a risk of this chart. Circumstances apply to all risks of the same step or
 * post.
 */
export function gradeOf(chart: Chart, risk: Risk, scheme: GradingScheme = chart.grading): Grade | undefined {
  const rule = scheme.rule
  if (rule?.kind !== 'count') return gradeBy(scheme, risk.factors ?? {}, 0)
  const together = chart.risks.filter((other) => isTogether(risk, other))
  const held = (rule.circumstances ?? []).filter((id) =>
    together.some((other) => isMet(scheme, other.factors ?? {}, id)),
  )
  const factors = { ...risk.factors, ...Object.fromEntries(held.map((id) => [id, 2])) }
  return gradeBy(scheme, factors, differentTexts(together))
}

/** Whether the level was set manually and differs from the rule. */
export function isGradedByHand(chart: Chart, risk: Risk): boolean {
  const grade = gradeOf(chart, risk)
  return grade !== undefined && risk.level !== undefined && risk.level !== grade.level
}

/** Id of the most severe level; undefined if the scheme has no levels. */
export function gravestOf({ levels }: Pick<GradingScheme, 'levels'>): Id | undefined {
  return levelsByRank(levels)[0]?.id
}

function isTogether(risk: Risk, other: Risk): boolean {
  if (risk.step !== undefined) return other.step === risk.step
  return other.step === undefined && other.post === risk.post
}

function differentTexts(risks: readonly Risk[]): number {
  return new Set(risks.flatMap(({ text }) => (text.trim() === '' ? [] : [text.trim()]))).size
}

function gradeBy(scheme: GradingScheme, factors: Factors, risks: number): Grade | undefined {
  const rule = scheme.rule ?? { kind: 'byHand' }
  const grade = byRule(scheme, rule, factors, risks)
  return grade && scheme.levels.some(({ id }) => id === grade.level) ? grade : undefined
}

function byRule(
  scheme: GradingScheme,
  rule: GradingRule,
  factors: Factors,
  risks: number,
): Grade | undefined {
  switch (rule.kind) {
    case 'byHand':
      return undefined
    case 'table':
      return byTable(scheme, rule.lines, factors)
    case 'score':
      return byScore(scheme, rule, factors)
    case 'count':
      return byCount(scheme, rule, factors, risks)
  }
}

type Table = Extract<GradingRule, { kind: 'table' }>
type Score = Extract<GradingRule, { kind: 'score' }>
type Count = Extract<GradingRule, { kind: 'count' }>

function byTable(scheme: GradingScheme, lines: Table['lines'], factors: Factors): Grade | undefined {
  if (!areAllChosen(scheme, factors)) return undefined
  const line = lines.findIndex(({ when }) =>
    Object.entries(when).every(([id, places]) => places.includes(factors[id] ?? 0)),
  )
  const found = lines[line]
  return found && { level: found.level, why: { by: 'table', line } }
}

function byScore(scheme: GradingScheme, rule: Score, factors: Factors): Grade | undefined {
  if (!areAllChosen(scheme, factors)) return undefined
  const points = (scheme.factors ?? []).map(({ id }) => ({
    points: rule.first + factors[id]! - 1,
    weight: rule.weights?.[id] ?? 1,
  }))
  const score =
    rule.combine === 'product'
      ? points.reduce((product, each) => product * each.points, 1)
      : points.reduce((sum, each) => sum + each.points * each.weight, 0)
  // Corrects binary rounding of weights such as 0.15: 3.9999999 counts as 4.
  const rounded = Math.round(score * 1e6) / 1e6
  const reached = reachedBy(rule.thresholds, rounded)
  return reached && { level: reached.level, why: { by: 'score', score: rounded } }
}

function byCount(scheme: GradingScheme, rule: Count, factors: Factors, risks: number): Grade | undefined {
  const circumstances = rule.circumstances ?? []
  const forced = circumstances.find((id) => isMet(scheme, factors, id))
  const gravest = gravestOf(scheme)
  if (forced !== undefined && gravest !== undefined)
    return { level: gravest, why: { by: 'circumstance', factor: forced } }
  const criteria = (scheme.factors ?? []).filter(({ id }) => !circumstances.includes(id))
  const met = criteria.filter(({ id }) => isMet(scheme, factors, id)).length
  const count = rule.of === 'risks' ? risks : met
  const reached = reachedBy(rule.thresholds, count)
  return reached && { level: reached.level, why: { by: rule.of, count } }
}

function reachedBy(thresholds: readonly Threshold[], amount: number): Threshold | undefined {
  return [...thresholds].sort((a, b) => b.atLeast - a.atLeast).find(({ atLeast }) => amount >= atLeast)
}

function areAllChosen({ factors = [] }: GradingScheme, chosen: Factors): boolean {
  return factors.length > 0 && factors.every(({ id, values }) => isPlace(chosen[id], values))
}

function isPlace(place: number | undefined, values: readonly string[]): boolean {
  return place !== undefined && Number.isInteger(place) && place >= 1 && place <= values.length
}

/** Whether a criterion is met: 否 is value 1, 是 is value 2. */
function isMet({ factors = [] }: GradingScheme, chosen: Factors, id: Id): boolean {
  return factors.some((factor) => factor.id === id) && (chosen[id] ?? 0) >= 2
}
