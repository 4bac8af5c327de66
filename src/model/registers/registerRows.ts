/**
 * Register rows, one per risk: first the risks of steps in step order, then those of posts. All forms
 * and totals are computed from these rows, so they agree (domain F3).
 */
import type { Chart, Measure, Post, Risk, RiskCategory, RiskSource, Step } from '../chart.ts'
import { plainFieldsOn } from '../fields/chartFields.ts'
import { measuresOf } from '../edits/risks.ts'

/** A level as counted on forms: shared by charts of one scheme, never across schemes. */
export interface RegisteredLevel {
  readonly scheme: string
  readonly name: string
  readonly rank: number
}

/** A measure with who carries it out, and when. */
export interface RegisteredMeasure {
  readonly text: string
  readonly responsible?: string
  readonly schedule?: string
}

export interface RegisterRow {
  /** 序号, from 1, without gaps. */
  readonly number: number
  readonly unit?: string
  readonly office?: string
  /** 权力事项 */
  readonly power: string
  /** 环节; undefined for a risk of a post. */
  readonly step?: string
  /** Further facts of the step: 办理地点. */
  readonly stepFacts: readonly string[]
  /** The first post is responsible and counts the risk; the others participate. */
  readonly posts: readonly string[]
  /** Equal for consecutive rows of one step or post. */
  readonly place: string
  readonly text: string
  readonly category?: RiskCategory
  readonly source?: RiskSource
  readonly level?: RegisteredLevel
  readonly measures: readonly RegisteredMeasure[]
  readonly cause?: string
  readonly consequence?: string
  readonly filledBy?: string
  readonly responsible?: string
  readonly leader?: string
}

/** The rows of one or several charts, in their order. */
export function registerRows(charts: readonly Chart[]): readonly RegisterRow[] {
  return numbered(charts.flatMap((chart, at) => rowsOf(chart, at)))
}

/** Renumbers rows, so that removed rows leave no gap. */
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
  const { category, source, cause, consequence, filledBy, responsible, leader } = risk
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
    measures: measuresOf(chart, risk.id).map(registered),
    ...(cause ? { cause } : {}),
    ...(consequence ? { consequence } : {}),
    ...(filledBy ? { filledBy } : {}),
    ...(responsible ? { responsible } : {}),
    ...(leader ? { leader } : {}),
  }
}

function registered({ text, responsible, schedule }: Measure): RegisteredMeasure {
  return { text, ...(responsible ? { responsible } : {}), ...(schedule ? { schedule } : {}) }
}

function postNames(posts: readonly Post[], risk: Risk, step: Step | undefined): readonly string[] {
  const ids = [...(risk.post === undefined ? [] : [risk.post]), ...(step?.posts ?? [])]
  return [...new Set(ids.flatMap((id) => posts.find((post) => post.id === id)?.name.trim() ?? []))]
}
