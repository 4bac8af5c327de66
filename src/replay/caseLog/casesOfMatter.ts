/** A table of a system has the cases of many 事项; a chart judges those of its own alone. */
import { recordedName } from '../../text/recognition/caseWords.ts'
import type { PowerCase } from '../../model/cases/powerCase.ts'

export interface MatterCases {
  readonly cases: readonly PowerCase[]
  /** The 事项 whose cases these are; undefined where the table names none. */
  readonly matter?: string
  /** Cases of other 事项, which are not judged. */
  readonly others: number
}

/** Several 事项, none of which is the chart's by name: somebody must choose. */
export interface UnclearMatter {
  readonly matters: readonly string[]
}

/** `chosen`: as recorded; otherwise the one that the title of the chart names. */
export function casesOfMatter(
  cases: readonly PowerCase[],
  title: string,
  chosen?: string,
): MatterCases | UnclearMatter {
  const matters = [...new Set(cases.flatMap(({ matter }) => matter ?? []))]
  if (matters.length === 0) return { cases, others: 0 }
  const named = matters.filter((matter) => isNamedIn(matter, title))
  const found = chosen ?? (matters.length === 1 ? matters[0] : named.length === 1 ? named[0] : undefined)
  if (found === undefined || !matters.includes(found)) return { matters }
  const own = cases.filter(({ matter }) => matter === undefined || matter === found)
  return { cases: own, matter: found, others: cases.length - own.length }
}

/** 食品经营许可 is named in 食品经营许可流程图, and the other way round. */
function isNamedIn(matter: string, title: string): boolean {
  const [one, other] = [recordedName(matter), recordedName(title).replace(/(?:权力运行)?流程图$/, '')]
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one))
}
