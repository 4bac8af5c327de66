/**
 * 风险档案: every risk of the unit with a number that is given once, and what became of it over the years, from
 * events that the server alone makes. A risk that is renamed, regraded or moved to another step keeps its
 * number; one that comes of another (split, merged, copied with its chart) names where it comes from.
 */
import type { Chart, Id, RiskCategory } from '../chart.ts'
import type { Day } from './controlEvent.ts'

/** A risk as the chart has it. */
export interface RiskFacts {
  readonly text: string
  readonly title: string
  readonly office: string
  /** Step or post. */
  readonly place: string
  readonly category?: RiskCategory
  readonly cause?: string
  readonly consequence?: string
  readonly responsible?: string
  /** Name and rank (1 is the highest) in its scheme. */
  readonly level?: string
  readonly rank?: number
  readonly scheme?: string
}

export interface RiskOnChart extends RiskFacts {
  readonly id: Id
}

export type RiskEvent = { readonly day: Day } & (
  | {
      readonly kind: 'found'
      readonly number: string
      readonly chart: Id
      readonly risk: Id
      readonly facts: RiskFacts
      /** Numbers of the risks that it comes of. */
      readonly from?: readonly string[]
    }
  | { readonly kind: 'changed'; readonly number: string; readonly facts: RiskFacts }
  | { readonly kind: 'gone'; readonly number: string }
)

export interface RiskFile {
  readonly number: string
  readonly chart: Id
  readonly risk: Id
  readonly facts: RiskFacts
  readonly foundOn: Day
  readonly goneOn?: Day
  readonly from: readonly string[]
  /** Grades, oldest first. */
  readonly grades: readonly {
    readonly day: Day
    readonly level?: string | undefined
    readonly rank?: number | undefined
    readonly scheme?: string | undefined
  }[]
}

/** The archive by number. Changes the map: a unit has tens of thousands. */
export function addRiskEvent(archive: Map<string, RiskFile>, event: RiskEvent): void {
  const { number, day } = event
  if (event.kind === 'found') {
    const { chart, risk, facts, from = [] } = event
    archive.set(number, { number, chart, risk, facts, foundOn: day, from, grades: [gradeOf(facts, day)] })
    return
  }
  const before = archive.get(number)
  if (!before) return
  if (event.kind === 'gone') {
    archive.set(number, { ...before, goneOn: day })
    return
  }
  const { goneOn: _, ...there } = before
  const { facts } = event
  const last = before.grades.at(-1)
  const isRegraded = last?.level !== facts.level || last?.scheme !== facts.scheme
  const grades = isRegraded ? [...before.grades, gradeOf(facts, day)] : before.grades
  archive.set(number, { ...there, facts, grades })
}

function gradeOf({ level, rank, scheme }: RiskFacts, day: Day) {
  return { day, level, rank, scheme }
}

/** 新增、在控、升级、降级、销号, as of a year: what happened in it comes first. */
export const riskStates = ['new', 'held', 'up', 'down', 'gone'] as const

export type RiskState = (typeof riskStates)[number]

export function riskStateOf({ foundOn, goneOn, grades }: RiskFile, year: string): RiskState {
  if (goneOn !== undefined) return 'gone'
  const before = grades.filter(({ day }) => day.slice(0, 4) < year).at(-1)
  if (foundOn.slice(0, 4) === year || !before) return 'new'
  return movementOf(before, grades.at(-1)!)
}

interface Grade {
  readonly rank?: number | undefined
  readonly scheme?: string | undefined
}

/** Ranks of two schemes say nothing of each other. Ungraded is below all. */
export function movementOf(before: Grade, after: Grade): 'held' | 'up' | 'down' {
  const isComparable = before.scheme === after.scheme || before.rank === undefined || after.rank === undefined
  const [old, now] = [before.rank ?? Infinity, after.rank ?? Infinity]
  if (!isComparable || old === now) return 'held'
  return now < old ? 'up' : 'down'
}

export function risksOnChart(chart: Chart): readonly RiskOnChart[] {
  const { title, unit = '', office = '' } = chart.header
  return chart.risks
    .filter(({ text }) => text.trim() !== '')
    .map(({ id, step, post, text, category, cause, consequence, responsible, level }) => {
      const place =
        step === undefined
          ? chart.posts.find((one) => one.id === post)?.name
          : chart.steps.find((one) => one.id === step)?.name
      const grade = chart.grading.levels.find((one) => one.id === level)
      return {
        id,
        text,
        title,
        office: office || unit,
        place: place ?? '',
        ...(category ? { category } : {}),
        ...(cause ? { cause } : {}),
        ...(consequence ? { consequence } : {}),
        ...(responsible ? { responsible } : {}),
        ...(grade ? { level: grade.name, rank: grade.rank, scheme: chart.grading.name } : {}),
      }
    })
}
