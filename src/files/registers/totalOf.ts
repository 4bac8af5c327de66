import type { CountedLevel, Counts } from '../../model/registers/tally.ts'
import { formWords } from '../../text/paper/forms.ts'

/** 合计：风险点3个，其中高1个…: the sentence that stands under every register. */
export function totalOf({ risks, measures, byLevel }: Counts): string {
  const levels = byLevel.map(({ level }) => level)
  const each = byLevel.map(({ level, count }) => ({ name: levelName(level, levels), count }))
  return formWords.total(risks, each) + formWords.measures(measures)
}

/** Its own name; with its scheme's where charts of several schemes meet. */
export function levelName(level: CountedLevel, all: readonly CountedLevel[]): string {
  if (level === undefined) return formWords.ungraded
  const schemes = new Set(all.flatMap((one) => one?.scheme ?? []))
  return schemes.size > 1 ? formWords.levelOfScheme(level.name, level.scheme) : level.name
}
