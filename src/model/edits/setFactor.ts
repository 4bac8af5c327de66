import { set } from '../records/changes.ts'
import type { Chart, Id, Risk } from '../chart.ts'
import { gradeOf } from '../grading/levelBy.ts'
import type { Edit } from './refusal.ts'
import { allow, refuse } from './refusal.ts'

/**
 * Chooses the value of a factor, by its place, or takes it back. Levels that followed the
 * rule so far follow it on; one that a person gave stays. What a circumstance forces, it
 * forces on all risks of the same step or post.
 */
export function setFactor(chart: Chart, risk: Id, factor: Id, place: number | undefined): Edit {
  const found = chart.risks.find((each) => each.id === risk)
  if (!found) return refuse('gone', risk)
  const { [factor]: _before, ...others } = found.factors ?? {}
  const factors = place === undefined ? others : { ...others, [factor]: place }
  const chosen = Object.keys(factors).length > 0 ? factors : undefined
  const after = {
    ...chart,
    risks: chart.risks.map((each) => (each === found ? withFactors(each, chosen) : each)),
  }
  return allow(
    set('risks', risk, 'factors', chosen),
    ...chart.risks.flatMap((each, at) => {
      const followed = each.level === undefined || each.level === gradeOf(chart, each)?.level
      const level = gradeOf(after, after.risks[at]!)?.level
      return followed && level !== undefined && level !== each.level
        ? [set('risks', each.id, 'level', level)]
        : []
    }),
  )
}

/** Grades one risk as the rule of the scheme says. */
export function gradeByRule(chart: Chart, risk: Id): Edit {
  const found = chart.risks.find((each) => each.id === risk)
  const grade = found && gradeOf(chart, found)
  return grade ? allow(set('risks', risk, 'level', grade.level)) : refuse('gone', risk)
}

function withFactors({ factors: _factors, ...risk }: Risk, factors: Risk['factors'] | undefined): Risk {
  return factors === undefined ? risk : { ...risk, factors }
}
