/** The measures of a chart as the server plans them, and what changed since it last looked. */
import type { Chart, Id, Measure, Risk } from '../chart.ts'
import type { ControlEvent, Day, PlannedMeasure } from './controlEvent.ts'
import type { ControlLog } from './measureLog.ts'

export interface MeasureOnChart extends PlannedMeasure {
  readonly id: Id
}

/** Those with words, in the order of the chart. */
export function measuresOnChart(chart: Chart): readonly MeasureOnChart[] {
  return chart.measures
    .filter(({ text }) => text.trim() !== '')
    .map((measure) => ({ id: measure.id, ...planned(measure, chart) }))
}

/** Events that make the log say what the chart says; `day`: when the chart was changed. */
export function planChanges(
  log: ControlLog,
  measures: readonly MeasureOnChart[],
  { day, at }: { readonly day: Day; readonly at: number },
): readonly ControlEvent[] {
  const there = new Set(measures.map(({ id }) => id))
  const changed = measures.flatMap(({ id, ...plan }): readonly ControlEvent[] => {
    const before = log.get(id)
    const isSame = before && !before.isEnded && JSON.stringify(before.plan) === JSON.stringify(plan)
    return isSame ? [] : [{ kind: 'planned', measure: id, from: day, plan, at }]
  })
  const gone = [...log.values()].filter(({ measure, isEnded }) => !isEnded && !there.has(measure))
  return [...changed, ...gone.map(({ measure }): ControlEvent => ({ kind: 'ended', measure, from: day, at }))]
}

function planned(measure: Measure, chart: Chart): PlannedMeasure {
  const { text, stage, means, responsible, schedule, evidence } = measure
  const risks = chart.risks.filter(({ id }) => measure.risks.includes(id))
  const level = highestLevel(risks, chart)
  return {
    text,
    ...(stage ? { stage } : {}),
    ...(means ? { means } : {}),
    ...(responsible ? { responsible } : {}),
    ...(schedule ? { schedule } : {}),
    ...(evidence ? { evidence } : {}),
    places: [...new Set(risks.flatMap((risk) => placeOf(risk, chart)))],
    risks: risks.map((risk) => risk.text),
    ...(level ? { level } : {}),
  }
}

function placeOf({ step, post }: Risk, { steps, posts }: Chart): readonly string[] {
  const name =
    step === undefined ? posts.find(({ id }) => id === post)?.name : steps.find(({ id }) => id === step)?.name
  return name ? [name] : []
}

/** Rank 1 is the highest. */
function highestLevel(risks: readonly Risk[], { grading }: Chart): string | undefined {
  const levels = grading.levels.filter(({ id }) => risks.some(({ level }) => level === id))
  return [...levels].sort((a, b) => a.rank - b.rank)[0]?.name
}
