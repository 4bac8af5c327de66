import type { Change } from '../records/changes.ts'
import { drop, put, set } from '../records/changes.ts'
import type { Chart, Id, Measure, Risk } from '../chart.ts'
import { orderAfter } from '../records/order.ts'
import type { Edit } from './refusal.ts'
import { allow, refuse } from './refusal.ts'

/** A risk belongs to a step or to a post (思想道德 and 外部环境 to posts [C2]). */
export type RiskOwner = { readonly step: Id } | { readonly post: Id }

/** Adds a risk. The text may be empty: a reviewer marks the place, the drafter writes the text. */
export function addRisk(
  chart: Chart,
  owner: RiskOwner,
  risk: Partial<Pick<Risk, 'text' | 'level'>>,
  id: Id,
): Edit {
  const there =
    'step' in owner
      ? chart.steps.some((step) => step.id === owner.step)
      : chart.posts.some((post) => post.id === owner.post)
  if (!there) return refuse('gone')
  const order = orderAfter(chart.risks, chart.risks.at(-1)?.id)
  const level = risk.level === undefined ? {} : { level: risk.level }
  return allow(put('risks', id, { ...owner, ...level, order, text: risk.text ?? '' }))
}

/** Removes a risk, and measures left without a risk. */
export function removeRisk(chart: Chart, risk: Id): Edit {
  if (!chart.risks.some((other) => other.id === risk)) return refuse('gone', risk)
  return allow(...riskRemoval(chart, new Set([risk])))
}

/**
 * The measure changes when risks are removed: a measure without other risks is removed, others drop
 * the link.
 */
export function riskRemoval(chart: Chart, risks: ReadonlySet<Id>): readonly Change[] {
  const met = chart.measures.filter((measure) => measure.risks.some((risk) => risks.has(risk)))
  return [
    ...[...risks].map((id) => drop('risks', id)),
    ...met.map((measure) => {
      const left = measure.risks.filter((risk) => !risks.has(risk))
      return left.length === 0 ? drop('measures', measure.id) : set('measures', measure.id, 'risks', left)
    }),
  ]
}

/** Adds a measure to a risk. */
export function addMeasure(chart: Chart, risk: Id, text: string, id: Id): Edit {
  if (!chart.risks.some((other) => other.id === risk)) return refuse('gone', risk)
  const order = orderAfter(chart.measures, chart.measures.at(-1)?.id)
  return allow(put('measures', id, { order, text, risks: [risk] }))
}

/** Links a measure to a risk or unlinks it; a measure without any risk is removed. */
export function linkMeasure(chart: Chart, measure: Id, risk: Id, link: 'meets' | 'meets-not'): Edit {
  const found = chart.measures.find((other) => other.id === measure)
  if (!found) return refuse('gone', measure)
  const others = found.risks.filter((id) => id !== risk)
  const risks = link === 'meets' ? [...others, risk] : others
  return allow(risks.length === 0 ? drop('measures', measure) : set('measures', measure, 'risks', risks))
}

/** The measures linked to a risk, in chart order. */
export function measuresOf(chart: Chart, risk: Id): readonly Measure[] {
  return chart.measures.filter((measure) => measure.risks.includes(risk))
}

/** The risks of a step, in chart order. */
export function risksOf(chart: Chart, step: Id): readonly Risk[] {
  return chart.risks.filter((risk) => risk.step === step)
}
