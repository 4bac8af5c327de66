/** All counting of risks and levels for the forms. */
import type { RegisteredLevel, RegisterRow } from './registerRows.ts'
import { levelsByRank } from '../grading/levelsByRank.ts'

/** Undefined is 未定级. */
export type CountedLevel = RegisteredLevel | undefined

export interface LevelCount {
  readonly level: CountedLevel
  readonly count: number
}

export interface Counts {
  readonly risks: number
  readonly measures: number
  /** One entry per requested level, in their order. */
  readonly byLevel: readonly LevelCount[]
}

/**
 * The levels of the charts' schemes, most severe first, scheme by scheme; 未定级 last, if a row has no
 * level. Includes unused levels, counted as 0.
 */
export function levelsOf(
  schemes: readonly { readonly name: string; readonly levels: readonly { name: string; rank: number }[] }[],
  rows: readonly RegisterRow[],
): readonly CountedLevel[] {
  const levels = new Map<string, RegisteredLevel>()
  for (const { name: scheme, levels: its } of schemes) {
    for (const { name, rank } of levelsByRank(its))
      levels.set(keyOf({ scheme, name, rank }), { scheme, name, rank })
  }
  for (const { level } of rows) if (level && !levels.has(keyOf(level))) levels.set(keyOf(level), level)
  const ungraded = rows.some((row) => row.level === undefined)
  // Keeps the levels of a scheme together in whatever order the charts come.
  const order = [...new Set([...levels.values()].map((level) => level.scheme))]
  const sorted = [...levels.values()].sort(
    (a, b) => order.indexOf(a.scheme) - order.indexOf(b.scheme) || a.rank - b.rank,
  )
  return ungraded ? [...sorted, undefined] : sorted
}

/** Counts risks and measures of the rows, with one entry per level in `levels`. */
export function countsOf(rows: readonly RegisterRow[], levels: readonly CountedLevel[]): Counts {
  return {
    risks: rows.length,
    measures: rows.reduce((sum, row) => sum + row.measures.length, 0),
    byLevel: levels.map((level) => ({ level, count: rows.filter((row) => isSame(row.level, level)).length })),
  }
}

export interface TallyLine<K> {
  readonly key: K
  readonly counts: Counts
}

/** The subject of a summary line, and the key by which rows share a line. */
export interface TallyKey<K> {
  readonly key: K
  readonly id: string
}

/** One line per key, in order of first occurrence; every row is in exactly one. */
export function tally<K>(
  rows: readonly RegisterRow[],
  levels: readonly CountedLevel[],
  keyed: (row: RegisterRow) => TallyKey<K>,
): readonly TallyLine<K>[] {
  const groups = new Map<string, { readonly key: K; readonly rows: RegisterRow[] }>()
  for (const row of rows) {
    const { key, id } = keyed(row)
    const group = groups.get(id)
    if (group) group.rows.push(row)
    else groups.set(id, { key, rows: [row] })
  }
  return [...groups.values()].map(({ key, rows: its }) => ({ key, counts: countsOf(its, levels) }))
}

function isSame(a: CountedLevel, b: CountedLevel): boolean {
  return a === undefined || b === undefined ? a === b : keyOf(a) === keyOf(b)
}

function keyOf({ scheme, name, rank }: RegisteredLevel): string {
  return JSON.stringify([scheme, name, rank])
}
