/**
 * Switches the 分级办法, with a preview of the effect on each risk. Factors are kept and the former level
 * is stored with the risk, so that switching back restores it unless someone regraded the risk since.
 */
import type { Change } from '../records/changes.ts'
import { set } from '../records/changes.ts'
import type { Chart, FormerLevel, Id, Risk } from '../chart.ts'
import type { GradingScheme, RiskLevel } from '../grading.ts'
import { gradeOf, isGradedByHand } from '../grading/levelBy.ts'
import type { Edit } from './refusal.ts'
import { allow, refuse } from './refusal.ts'
import { levelsByRank } from '../grading/levelsByRank.ts'

/**
 * How the level was found: former level restored; same level in both schemes; rule; rank; not
 * determined.
 */
export type RegradedBy = 'restored' | 'same' | 'factors' | 'rank' | 'none'

export interface Regraded {
  readonly risk: Id
  /** Names of the levels; undefined for an ungraded risk. */
  readonly before?: string
  readonly after?: string
  /** Id of the level in the new scheme. */
  readonly level?: Id
  readonly why: RegradedBy
}

/** Previews the new level of each risk, in chart order. Changes nothing. */
export function regraded(chart: Chart, scheme: GradingScheme): readonly Regraded[] {
  return chart.risks.map((risk) => {
    const before = levelIn(chart.grading, risk.level)
    const { level, why } = newLevel(chart, risk, scheme)
    const after = levelIn(scheme, level)
    return {
      risk: risk.id,
      why,
      ...(before ? { before: before.name } : {}),
      ...(after ? { after: after.name, level: after.id } : {}),
    }
  })
}

/** Sets the scheme and regrades every risk as `regraded` previews. */
export function changeGrading(chart: Chart, scheme: GradingScheme): Edit {
  if (scheme.levels.length === 0 || scheme.levels.some((level) => level.name.trim() === ''))
    return refuse('empty-name')
  return allow(
    set('meta', 'grading', 'scheme', scheme),
    ...regraded(chart, scheme).flatMap(({ level }, at) => {
      const risk = chart.risks[at]!
      return [
        ...setIfOther(risk, 'level', level),
        ...setIfOther(risk, 'formerLevels', formerAfter(chart.grading, risk, scheme, level)),
      ]
    }),
  )
}

function setIfOther<F extends 'level' | 'formerLevels'>(
  risk: Risk,
  field: F,
  value: Risk[F] | undefined,
): readonly Change[] {
  if (JSON.stringify(risk[field]) === JSON.stringify(value)) return []
  return [set('risks', risk.id, field, value as never)]
}

function levelIn(scheme: GradingScheme, id: Id | undefined): RiskLevel | undefined {
  return id === undefined ? undefined : scheme.levels.find((level) => level.id === id)
}

function newLevel(
  chart: Chart,
  risk: Risk,
  scheme: GradingScheme,
): { readonly level?: Id; readonly why: RegradedBy } {
  const former = risk.formerLevels?.find((each) => each.scheme === scheme.id && each.became === risk.level)
  if (former && levelIn(scheme, former.level)) return { level: former.level, why: 'restored' }
  const before = levelIn(chart.grading, risk.level)
  const same = before && scheme.levels.find(({ id, name }) => id === before.id && name === before.name)
  if (same && isGradedByHand(chart, risk)) return { level: same.id, why: 'same' }
  const grade = gradeOf(chart, risk, scheme)
  if (grade) return { level: grade.level, why: 'factors' }
  if (same) return { level: same.id, why: 'same' }
  const level = before && byRank(chart.grading, before, scheme)
  return level === undefined ? { why: 'none' } : { level, why: 'rank' }
}

/** Maps the most and least severe levels onto each other; levels between them round to the more severe. */
function byRank(from: GradingScheme, level: RiskLevel, to: GradingScheme): Id | undefined {
  const [old, now] = [levelsByRank(from.levels), levelsByRank(to.levels)]
  const at = old.indexOf(level)
  const place = old.length < 2 ? 0 : Math.floor((at * (now.length - 1)) / (old.length - 1))
  return now[place]?.id
}

/** The stored levels of earlier schemes once the level is `level`. */
function formerAfter(
  from: GradingScheme,
  risk: Risk,
  to: GradingScheme,
  level: Id | undefined,
): readonly FormerLevel[] | undefined {
  const became = level === undefined ? {} : { became: level }
  const left = levelIn(from, risk.level)
  // Also keeps levels of a scheme that was edited and no longer has them.
  const leaves = left !== undefined && (from.id !== to.id || !levelIn(to, left.id))
  const known = (risk.formerLevels ?? []).filter(
    (each) =>
      each.became === risk.level &&
      !(leaves && each.scheme === from.id) &&
      !(each.scheme === to.id && each.level === level),
  )
  const former = [
    ...known.map(({ became: _then, ...each }) => ({ ...each, ...became })),
    ...(leaves
      ? [{ scheme: from.id, schemeName: from.name, level: left.id, levelName: left.name, ...became }]
      : []),
  ]
  return former.length > 0 ? former : undefined
}
