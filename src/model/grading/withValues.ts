import type { Id } from '../chart.ts'
import type { GradingRule, GradingScheme } from '../grading.ts'

/**
 * Returns the scheme with new values for a factor. If a position changes its meaning, the factor gets
 * `newId`, so that earlier choices are not read as new values; they stay with the risk for the old
 * scheme. Values appended at the end keep the id.
 */
export function withValues(
  scheme: GradingScheme,
  factor: Id,
  values: readonly string[],
  newId: Id,
): GradingScheme {
  const before = scheme.factors?.find(({ id }) => id === factor)
  if (!before) return scheme
  const isLonger = before.values.every((value, at) => values[at] === value)
  const id = isLonger ? factor : newId
  const renamed = (each: Id) => (each === factor ? id : each)
  return {
    ...scheme,
    factors: scheme.factors!.map((each) => (each === before ? { ...each, id, values } : each)),
    ...(scheme.rule ? { rule: renamedIn(scheme.rule, renamed) } : {}),
  }
}

function renamedIn(rule: GradingRule, renamed: (id: Id) => Id): GradingRule {
  switch (rule.kind) {
    case 'byHand':
      return rule
    case 'table':
      return {
        ...rule,
        lines: rule.lines.map((line) => ({ ...line, when: renamedKeys(line.when, renamed) })),
      }
    case 'score':
      return rule.weights ? { ...rule, weights: renamedKeys(rule.weights, renamed) } : rule
    case 'count':
      return rule.circumstances ? { ...rule, circumstances: rule.circumstances.map(renamed) } : rule
  }
}

function renamedKeys<T>(record: Readonly<Record<Id, T>>, renamed: (id: Id) => Id): Readonly<Record<Id, T>> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [renamed(id), value]))
}
