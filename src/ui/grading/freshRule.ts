/** The initial rule of a custom scheme, for given levels. */
import type { GradingRule, GradingScheme, Threshold } from '../../model/grading.ts'
import { levelsByRank } from '../../model/grading/levelsByRank.ts'

export type RuleKind = 'byHand' | 'table' | 'product' | 'weighted' | 'risks' | 'criteria'

export function ruleKindOf(rule: GradingRule | undefined): RuleKind {
  if (rule === undefined || rule.kind === 'byHand') return 'byHand'
  if (rule.kind === 'table') return 'table'
  return rule.kind === 'score' ? rule.combine : rule.of
}

/** Keeps the thresholds if both kinds of rule use them; otherwise one per level, gravest highest. */
export function freshRule(scheme: GradingScheme, kind: RuleKind): GradingRule {
  const before = scheme.rule
  const thresholds = before && 'thresholds' in before ? before.thresholds : oneEach(scheme)
  switch (kind) {
    case 'byHand':
      return { kind }
    case 'table':
      return { kind, lines: [] }
    case 'product':
    case 'weighted':
      return { kind: 'score', combine: kind, first: 1, thresholds }
    case 'risks':
    case 'criteria':
      return { kind: 'count', of: kind, thresholds }
  }
}

function oneEach({ levels }: GradingScheme): readonly Threshold[] {
  const gravestFirst = levelsByRank(levels)
  return gravestFirst.map(({ id }, at) => ({ atLeast: levels.length - at, level: id }))
}
