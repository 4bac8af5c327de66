/** Reads a level of the grading scheme. */
import type { Id } from '../../../model/chart.ts'
import type { GradingScheme } from '../../../model/grading.ts'
import { plainLevel } from './schemeOf.ts'
import { levelWords } from '../../../text/recognition/headings.ts'

export interface LevelReading {
  readonly level: Id
  /** True if the symbol is ambiguous between schemes (★ in two real handbooks); the user is told. */
  readonly assumed: boolean
}

/** Finds a level by id, by name or by the text of its mark. */
export function namedLevel(written: string, scheme: GradingScheme): Id | undefined {
  const byId = scheme.levels.find((level) => level.id === written)
  return (byId ?? scheme.levels.find((level) => level.name === written || level.word === written))?.id
}

/** Also reads 高风险、一级、Ⅲ级、★★, as in real tables. Undefined if not understood. */
export function readLevel(written: string, scheme: GradingScheme): LevelReading | undefined {
  const named = namedLevel(written, scheme) ?? namedLevel(plainLevel(written), scheme)
  if (named !== undefined) return { level: named, assumed: false }
  const words = written.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
  const meant = meantBy(words) ?? bothWays(words)
  const level = scheme.levels.find(({ rank }) => rank === meant?.rank)
  return meant && level && { level: level.id, assumed: meant.assumed === true }
}

function meantBy(words: string): (typeof levelWords)[number] | undefined {
  return levelWords.find((entry) => entry.words.test(words))
}

/** Reads 一级（高）, 高★★★; undefined unless both parts agree. */
function bothWays(words: string): (typeof levelWords)[number] | undefined {
  const [, before = '', inside = ''] = /^([^(★▲]+)\(?([^()]+)\)?$|^$/.exec(words) ?? []
  const one = meantBy(before)
  const other = meantBy(inside)
  return one && other && one.rank === other.rank ? one : undefined
}
