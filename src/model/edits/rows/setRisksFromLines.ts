import type { Change } from '../../records/changes.ts'
import { drop, put, set } from '../../records/changes.ts'
import type { Chart, Id, Measure, Risk } from '../../chart.ts'
import type { Edit } from '../refusal.ts'
import { allow, refuse } from '../refusal.ts'
import { riskRemoval, risksOf } from '../risks.ts'
import { combined } from './combined.ts'
import { isAlike, keysInRowOrder, matchRows } from './matchRows.ts'

/** A measure and the indices (from 0) of its risks. */
export interface MeasureLine {
  readonly text: string
  readonly risks: readonly number[]
}

/** The risks of a step as table lines. An omitted field leaves the current values unchanged. */
export interface RiskLines {
  readonly texts?: readonly string[]
  /** By index; undefined means 未定级. */
  readonly levels?: readonly (Id | undefined)[]
  readonly measures?: readonly MeasureLine[]
}

/**
 * Sets risks, levels and measures of a step from lines. A risk with equal or similar text keeps its
 * id, category, responsible person, measures and marks. A measure that also meets risks of other steps
 * keeps those links.
 */
export function setRisksFromLines(chart: Chart, step: Id, lines: RiskLines, newId: () => Id): Edit {
  if (!chart.steps.some((each) => each.id === step)) return refuse('gone', step)
  const { texts, levels, measures } = lines
  return combined(chart, [
    ...(texts ? [(now: Chart) => setTexts(now, step, texts, newId)] : []),
    ...(levels ? [(now: Chart) => setLevels(now, step, levels)] : []),
    ...(measures ? [(now: Chart) => setMeasures(now, step, measures, newId)] : []),
  ])
}

function setTexts(chart: Chart, step: Id, texts: readonly string[], newId: () => Id): Edit {
  const held = risksOf(chart, step)
  const lines = matchRows(held, texts, [
    (risk, text) => risk.text === text,
    (_risk, _text, place, at) => held.length === texts.length && place === at,
    (risk, text) => isAlike(risk.text, text),
  ])
  const keys = keysInRowOrder(chart.risks, lines)
  const gone = held.filter((risk) => !lines.includes(risk))
  return allow(
    ...riskRemoval(chart, new Set(gone.filter((risk) => risk.post === undefined).map((risk) => risk.id))),
    // A risk that is a post's as well stays the post's.
    ...gone.filter((risk) => risk.post !== undefined).map((risk) => set('risks', risk.id, 'step', undefined)),
    ...texts.flatMap((text, at): readonly Change[] => {
      const risk = lines[at]
      return risk
        ? worded('risks', risk, text, keys[at]!)
        : [put('risks', newId(), { order: keys[at]!, step, text })]
    }),
  )
}

function setLevels(chart: Chart, step: Id, levels: readonly (Id | undefined)[]): Edit {
  const changed = risksOf(chart, step)
    .map((risk, at) => ({ risk, level: levels[at] }))
    .filter(({ risk, level }) => risk.level !== level)
  return allow(...changed.map(({ risk, level }) => set('risks', risk.id, 'level', level)))
}

function setMeasures(chart: Chart, step: Id, wanted: readonly MeasureLine[], newId: () => Id): Edit {
  const here = risksOf(chart, step).map((risk) => risk.id)
  const held = chart.measures.filter((measure) => measure.risks.some((risk) => here.includes(risk)))
  const meant = wanted.map(({ text, risks }) => ({ text, risks: risks.map((place) => here[place]!) }))
  const elsewhere = (measure: Measure) => measure.risks.filter((risk) => !here.includes(risk))
  const rewordable = (measure: Measure) => elsewhere(measure).length === 0
  const lines = matchRows(held, meant, [
    (measure, line) => measure.text === line.text && line.risks.every((risk) => measure.risks.includes(risk)),
    (measure, line) => measure.text === line.text,
    (measure, _line, place, at) => held.length === meant.length && place === at && rewordable(measure),
    (measure, line) => rewordable(measure) && isAlike(measure.text, line.text),
  ])
  const keys = keysInRowOrder(chart.measures, lines)
  const gone = held.filter((measure) => !lines.includes(measure))
  return allow(
    ...gone.map((measure) => {
      const left = elsewhere(measure)
      return left.length === 0 ? drop('measures', measure.id) : set('measures', measure.id, 'risks', left)
    }),
    ...meant.flatMap(({ text, risks }, at): readonly Change[] => {
      const measure = lines[at]
      if (!measure) return [put('measures', newId(), { order: keys[at]!, text, risks })]
      const kept = measure.risks.filter((risk) => !here.includes(risk) || risks.includes(risk))
      const all = [...kept, ...risks.filter((risk) => !kept.includes(risk))]
      return [
        ...worded('measures', measure, text, keys[at]!),
        ...(sameList(all, measure.risks) ? [] : [set('measures', measure.id, 'risks', all)]),
      ]
    }),
  )
}

function worded(
  root: 'risks' | 'measures',
  thing: Risk | Measure,
  text: string,
  order: string,
): readonly Change[] {
  return [
    ...(thing.text === text ? [] : [set(root, thing.id, 'text', text)]),
    ...(thing.order === order ? [] : [set(root, thing.id, 'order', order)]),
  ]
}

function sameList(a: readonly Id[], b: readonly Id[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at])
}
