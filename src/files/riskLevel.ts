/** What is written for a level → a level of the grading scheme. */
import type { Id } from '../model/chart.ts'
import type { GradingScheme } from '../model/grading.ts'
import { levelWords } from '../text/headings.ts'

export interface LevelReading {
  readonly level: Id
  /** Another scheme could mean it otherwise (★ does, in two real handbooks): the person is told. */
  readonly assumed: boolean
}

/** By id, by name, by the word of its mark. */
export function namedLevel(written: string, scheme: GradingScheme): Id | undefined {
  const byId = scheme.levels.find((level) => level.id === written)
  return (byId ?? scheme.levels.find((level) => level.name === written || level.word === written))?.id
}

/** Also 高风险、一级、Ⅲ级、★★: as people write it in tables. */
export function readLevel(written: string, scheme: GradingScheme): LevelReading | undefined {
  const named = namedLevel(written, scheme)
  if (named !== undefined) return { level: named, assumed: false }
  const words = written.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
  const meant = levelWords.find((entry) => entry.words.test(words))
  const level = scheme.levels.find(({ rank }) => rank === meant?.rank)
  return meant && level && { level: level.id, assumed: meant.assumed === true }
}
