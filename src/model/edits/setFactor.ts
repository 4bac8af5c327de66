import { set } from '../records/changes.ts'
import type { Chart, Id, Risk } from '../chart.ts'
import { gradeOf } from '../grading/levelBy.ts'
import type { Edit } from './refusal.ts'
import { allow, refuse } from './refusal.ts'

/**
 * Sets the value of a factor by its place (1 for the first), or clears it if `place` is undefined.
 * Updates the levels of risks that followed the rule; manual levels stay. A circumstance applies to
 * all risks of the same step or post. Refuses if the risk is missing.
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

/** Grades a risk by the rule of the scheme. Refuses if the risk is missing or the rule gives no level. */
export function gradeByRule(chart: Chart, risk: Id): Edit {
  const found = chart.risks.find((each) => each.id === risk)
  const grade = found && gradeOf(chart, found)
  return grade ? allow(set('risks', risk, 'level', grade.level)) : refuse('gone', risk)
}

function withFactors({ factors: _factors, ...risk }: Risk, factors: Risk['factors'] | undefined): Risk {
  return factors === undefined ? risk : { ...risk, factors }
}
