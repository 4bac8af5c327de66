/**
 * The rows of every register: one for each risk, in the order in which a chart is
 * walked, its steps' risks first, then those of its posts. All forms and all their
 * totals are made of these rows, and so they agree (domain F3).
 */
import type { Chart, Post, Risk, RiskCategory, RiskSource, Step } from '../chart.ts'
import { plainFieldsOn } from '../fields/chartFields.ts'
import { measuresOf } from '../edits/risks.ts'

/** A level as the forms count it: two charts of one scheme share it, two schemes never do. */
export interface RegisteredLevel {
  readonly scheme: string
  readonly name: string
  readonly rank: number
}

export interface RegisterRow {
  /** 序号, from 1, without gaps in each register. */
  readonly number: number
  readonly unit?: string
  readonly office?: string
  /** 权力事项 */
  readonly power: string
  /** 环节; none where the risk is a post's. */
  readonly step?: string
  /** What is said of the step beside its name: 办理地点. */
  readonly stepFacts: readonly string[]
  /** The first answers for the risk and is the one it is counted with; the others take part. */
  readonly posts: readonly string[]
  /** The same for the rows of one step or of one post, which follow each other. */
  readonly place: string
  readonly text: string
  readonly category?: RiskCategory
  readonly source?: RiskSource
  readonly level?: RegisteredLevel
  readonly measures: readonly string[]
  readonly responsible?: string
  readonly leader?: string
}

/** The risks of one chart or of a unit's many, in their order. */
export function registerRows(charts: readonly Chart[]): readonly RegisterRow[] {
  return numbered(charts.flatMap((chart, at) => rowsOf(chart, at)))
}

/** Numbered anew: what is taken out of a register must not show as a gap. */
export function numbered(rows: readonly RegisterRow[]): readonly RegisterRow[] {
  return rows.map((row, at) => ({ ...row, number: at + 1 }))
}

function rowsOf(chart: Chart, at: number): readonly RegisterRow[] {
  const ofSteps = chart.steps.flatMap((step) =>
    chart.risks.filter((risk) => risk.step === step.id).map((risk) => rowOf(chart, at, risk, step)),
  )
  const stepless = chart.risks.filter((risk) => !chart.steps.some((step) => step.id === risk.step))
  const ofPosts = chart.posts.flatMap((post) => stepless.filter((risk) => risk.post === post.id))
  const ofNobody = stepless.filter((risk) => !ofPosts.includes(risk))
  return [...ofSteps, ...[...ofPosts, ...ofNobody].map((risk) => rowOf(chart, at, risk, undefined))]
}

function rowOf(chart: Chart, at: number, risk: Risk, step: Step | undefined): RegisterRow {
  const { unit, office, title } = chart.header
  const level = chart.grading.levels.find((one) => one.id === risk.level)
  const { category, source, responsible, leader } = risk
  return {
    number: 0,
    ...(unit ? { unit } : {}),
    ...(office ? { office } : {}),
    power: title,
    ...(step ? { step: step.name } : {}),
    stepFacts: plainFieldsOn('registers').flatMap((field) => step?.[field] ?? []),
    posts: postNames(chart.posts, risk, step),
    place: `${at}/${step ? `step/${step.id}` : `post/${risk.post ?? ''}`}`,
    text: risk.text,
    ...(category ? { category } : {}),
    ...(source ? { source } : {}),
    ...(level ? { level: { scheme: chart.grading.name, name: level.name, rank: level.rank } } : {}),
    measures: measuresOf(chart, risk.id).map((measure) => measure.text),
    ...(responsible ? { responsible } : {}),
    ...(leader ? { leader } : {}),
  }
}

function postNames(posts: readonly Post[], risk: Risk, step: Step | undefined): readonly string[] {
  const ids = [...(risk.post === undefined ? [] : [risk.post]), ...(step?.posts ?? [])]
  return [...new Set(ids.flatMap((id) => posts.find((post) => post.id === id)?.name.trim() ?? []))]
}
