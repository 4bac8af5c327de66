import type { CountedLevel, Counts } from '../../model/registers/tally.ts'
import { formWords } from '../../text/paper/forms.ts'

/** The sentence below every register: 合计：风险点3个，其中高1个… */
export function totalOf({ risks, measures, byLevel }: Counts): string {
  const levels = byLevel.map(({ level }) => level)
  const each = byLevel.map(({ level, count }) => ({ name: levelName(level, levels), count }))
  return formWords.total(risks, each) + formWords.measures(measures)
}

/** The level's name, with its scheme's name if there are several schemes. */
export function levelName(level: CountedLevel, all: readonly CountedLevel[]): string {
  if (level === undefined) return formWords.ungraded
  const schemes = new Set(all.flatMap((one) => one?.scheme ?? []))
  return schemes.size > 1 ? formWords.levelOfScheme(level.name, level.scheme) : level.name
}
