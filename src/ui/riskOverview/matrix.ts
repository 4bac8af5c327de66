/**
 * 风险一览: who holds how many risks of which level, and which step has risks of which category.
 * Counted by model/registers, as the forms are, so that every total here stands on a form too.
 */
import type { Chart, Id, RiskCategory } from '../../model/chart.ts'
import { registerRows } from '../../model/registers/registerRows.ts'
import type { RegisterRow } from '../../model/registers/registerRows.ts'
import { summary } from '../../model/registers/registers.ts'
import type { CountedLevel } from '../../model/registers/tally.ts'
import { countsOf } from '../../model/registers/tally.ts'

export interface MatrixCell {
  readonly count: number
  /** Where its risks are on the canvas. */
  readonly steps: readonly Id[]
}

export interface MatrixLine<R> {
  readonly key: R
  /** One for each column. */
  readonly cells: readonly MatrixCell[]
  readonly total: MatrixCell
}

export interface Matrix<R, C> {
  readonly columns: readonly C[]
  readonly lines: readonly MatrixLine<R>[]
  readonly totals: readonly MatrixCell[]
  readonly total: MatrixCell
}

/** Undefined: no post yet. */
export type PostByLevel = Matrix<string | undefined, CountedLevel>

/** A risk is counted with the post that answers for it, as in 汇总表. */
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

/** Undefined: of a post, and of no step. */
export type StepByCategory = Matrix<string | undefined, RiskCategory | undefined>

const categories: readonly RiskCategory[] = ['integrity', 'duty', 'process', 'institution', 'environment']

/** 未分类 stands at the end, where there is any. */
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

/** As 汇总表 tells the lines apart: by step, and what is on none together. */
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

/** A row's place ends with the id of its step: 0/step/ID. */
function stepsOf(rows: readonly RegisterRow[]): readonly Id[] {
  return [...new Set(rows.flatMap(({ place }) => /^\d+\/step\/(.+)$/s.exec(place)?.[1] ?? []))]
}
