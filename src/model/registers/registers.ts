/** The registers: selects the rows for each form, for one or several charts. */
import type { Chart } from '../chart.ts'
import { numbered, registerRows, type RegisterRow } from './registerRows.ts'
import { countsOf, levelsOf, tally, type CountedLevel, type Counts, type TallyLine } from './tally.ts'

export interface Register {
  /** The unit, if all charts name the same one. */
  readonly unit?: string
  readonly office?: string
  readonly rows: readonly RegisterRow[]
  readonly counts: Counts
}

/** 一览表, 责任清单: all risks of all charts. */
export function wholeRegister(charts: readonly Chart[]): Register {
  return registerOf(registerRows(charts), charts, levelsIn(charts))
}

/** 部门登记表: one register per office, in chart order; charts without an office form one group. */
export function departmentRegisters(charts: readonly Chart[]): readonly Register[] {
  const levels = levelsIn(charts)
  const names = [...new Set(charts.map(departmentOf))]
  return names.map((name) => {
    const its = charts.filter((chart) => departmentOf(chart) === name)
    return registerOf(registerRows(its), its, levels)
  })
}

export interface PostRegister extends Register {
  /** Undefined: risks of steps without a post. */
  readonly post: string | undefined
  /**
   * Risks of steps in which this post participates but another is responsible; listed here, counted
   * there.
   */
  readonly together: readonly RegisterRow[]
}

/**
 * 个人（岗位）登记表: one per post concerned, in post order. A risk is counted only for the responsible post,
 * so the totals of all posts add up to the whole.
 */
export function postRegisters(charts: readonly Chart[]): readonly PostRegister[] {
  const levels = levelsIn(charts)
  const rows = registerRows(charts)
  const concerned = new Set<string | undefined>(
    rows.flatMap(({ posts }): readonly (string | undefined)[] => (posts.length > 0 ? posts : [undefined])),
  )
  const inTurn = [...charts.flatMap((chart) => chart.posts.map((post) => post.name.trim())), undefined]
  return [...new Set(inTurn)]
    .filter((post) => concerned.has(post))
    .map((post) => {
      const own = rows.filter((row) => row.posts[0] === post)
      const together = rows.filter((row) => post !== undefined && row.posts.indexOf(post) > 0)
      const its = charts.filter((chart) =>
        [...own, ...together].some(({ power }) => power === chart.header.title),
      )
      return { ...registerOf(numbered(own), its, levels), post, together: numbered(together) }
    })
}

export interface Summary extends Register {
  readonly levels: readonly CountedLevel[]
  readonly byPower: readonly TallyLine<string>[]
  readonly byPost: readonly TallyLine<string | undefined>[]
  /** An undefined step means risks of a post only. */
  readonly byStep: readonly TallyLine<{ readonly power: string; readonly step: string | undefined }>[]
}

/** 风险等级汇总表: the same rows counted by power, by post and by step. */
export function summary(charts: readonly Chart[]): Summary {
  const register = wholeRegister(charts)
  const { rows } = register
  const levels = register.counts.byLevel.map(({ level }) => level)
  return {
    ...register,
    levels,
    byPower: tally(rows, levels, ({ power }) => ({ key: power, id: power })),
    byPost: tally(rows, levels, ({ posts: [post] }) => ({ key: post, id: post ?? '' })),
    byStep: tally(rows, levels, ({ power, step, place }) => ({
      key: { power, step },
      id: step === undefined ? power : place,
    })),
  }
}

function levelsIn(charts: readonly Chart[]): readonly CountedLevel[] {
  return levelsOf(
    charts.map((chart) => chart.grading),
    registerRows(charts),
  )
}

function departmentOf({ header }: Chart): string {
  return JSON.stringify([header.unit ?? '', header.office ?? ''])
}

function registerOf(
  rows: readonly RegisterRow[],
  charts: readonly Chart[],
  levels: readonly CountedLevel[],
): Register {
  const unit = only(charts.map(({ header }) => header.unit))
  const office = only(charts.map(({ header }) => header.office))
  return { ...(unit ? { unit } : {}), ...(office ? { office } : {}), rows, counts: countsOf(rows, levels) }
}

function only(names: readonly (string | undefined)[]): string | undefined {
  const [name, ...others] = new Set(names)
  return others.length === 0 ? name : undefined
}
