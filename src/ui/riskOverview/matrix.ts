/**
 * 风险一览: counts risks by post and level, and by step and category, with model/registers, so that
 * totals equal those of the forms.
 */
import type { Chart, Id, RiskCategory } from '../../model/chart.ts'
import { registerRows } from '../../model/registers/registerRows.ts'
import type { RegisterRow } from '../../model/registers/registerRows.ts'
import { summary } from '../../model/registers/registers.ts'
import type { CountedLevel } from '../../model/registers/tally.ts'
import { countsOf } from '../../model/registers/tally.ts'

export interface MatrixCell {
  readonly count: number
  /** The steps of its risks on the canvas. */
  readonly steps: readonly Id[]
}

export interface MatrixLine<R> {
  readonly key: R
  /** One per column. */
  readonly cells: readonly MatrixCell[]
  readonly total: MatrixCell
}

export interface Matrix<R, C> {
  readonly columns: readonly C[]
  readonly lines: readonly MatrixLine<R>[]
  readonly totals: readonly MatrixCell[]
  readonly total: MatrixCell
}

/** Undefined: no post. */
export type PostByLevel = Matrix<string | undefined, CountedLevel>

/** A risk counts for its responsible post, as in 汇总表. */
export function postByLevel(chart: Chart): PostByLevel {
  const { byPost, levels, counts } = summary([chart])
  const rows = registerRows([chart])
  return {
    columns: levels,
    lines: byPost.map(({ key, counts: its }) => {
      const own = rows.filter(({ posts }) => posts[0] === key)
      return {
        key,
        cells: its.byLevel.map(({ level, count }) => ({ count, steps: stepsOf(own.filter(ofLevel(level))) })),
        total: { count: its.risks, steps: stepsOf(own) },
      }
    }),
    totals: counts.byLevel.map(({ level, count }) => ({
      count,
      steps: stepsOf(rows.filter(ofLevel(level))),
    })),
    total: { count: counts.risks, steps: stepsOf(rows) },
  }
}

/** Undefined: risks of a post without a step. */
export type StepByCategory = Matrix<string | undefined, RiskCategory | undefined>

const categories: readonly RiskCategory[] = ['integrity', 'duty', 'process', 'institution', 'environment']

/** 未分类 comes last, if there is any. */
export function stepByCategory(chart: Chart): StepByCategory {
  const { byStep, counts } = summary([chart])
  const rows = registerRows([chart])
  const columns = rows.some(({ category }) => category === undefined)
    ? [...categories, undefined]
    : categories
  const cellsOf = (some: readonly RegisterRow[]) => columns.map((column) => cellOf(some, ofCategory(column)))
  const places = [...new Set(rows.map(placeOf))]
  return {
    columns,
    lines: byStep.map(({ key, counts: its }, at) => {
      const own = rows.filter((row) => placeOf(row) === places[at])
      return { key: key.step, cells: cellsOf(own), total: { count: its.risks, steps: stepsOf(own) } }
    }),
    totals: cellsOf(rows),
    total: { count: counts.risks, steps: stepsOf(rows) },
  }
}

/** Rows are by step, as in 汇总表; risks without a step share one row. */
function placeOf({ step, place }: RegisterRow): string {
  return step === undefined ? '' : place
}

function cellOf(rows: readonly RegisterRow[], isIn: (row: RegisterRow) => boolean): MatrixCell {
  const its = rows.filter(isIn)
  return { count: countsOf(its, []).risks, steps: stepsOf(its) }
}

function ofLevel(level: CountedLevel) {
  return (row: RegisterRow) => row.level?.name === level?.name && row.level?.rank === level?.rank
}

function ofCategory(category: RiskCategory | undefined) {
  return (row: RegisterRow) => row.category === category
}

/** The path ends with the step's id: 0/step/ID. */
function stepsOf(rows: readonly RegisterRow[]): readonly Id[] {
  return [...new Set(rows.flatMap(({ place }) => /^\d+\/step\/(.+)$/s.exec(place)?.[1] ?? []))]
}
