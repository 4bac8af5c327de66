/** A year of the 风险档案 as it was frozen, and two of them compared. */
import { movementOf, type RiskFacts, type RiskFile } from './riskArchive.ts'

export interface YearRisk extends RiskFacts {
  readonly number: string
  readonly from: readonly string[]
}

/** What the bytes of a frozen year say. */
export interface RiskYear {
  readonly format: 'qingquan-risk-year'
  readonly version: 1
  readonly name: string
  /** ms since 1970 */
  readonly at: number
  readonly by: string
  readonly charts: readonly { readonly title: string; readonly hash: string }[]
  /** By number. */
  readonly risks: readonly YearRisk[]
}

export function yearRisks(files: readonly RiskFile[]): readonly YearRisk[] {
  return files
    .filter(({ goneOn }) => goneOn === undefined)
    .map(({ number, facts, from }) => ({ number, ...facts, from }))
    .sort((a, b) => (a.number < b.number ? -1 : 1))
}

export interface YearCounts {
  /** '' for the sum. */
  readonly office: string
  readonly before: number
  readonly found: number
  readonly gone: number
  readonly up: number
  readonly down: number
  readonly held: number
  readonly after: number
}

type Fate = 'found' | 'gone' | 'up' | 'down' | 'held'

/** A row an office, then the sum. Of each row before = gone + up + down + held, and after = found + up + down + held. */
export function comparedYears(before: RiskYear, after: RiskYear): readonly YearCounts[] {
  const old = new Map(before.risks.map((risk) => [risk.number, risk]))
  const now = new Map(after.risks.map((risk) => [risk.number, risk]))
  const fates = [...new Set([...old.keys(), ...now.keys()])].map((number) => {
    const [was, is] = [old.get(number), now.get(number)]
    return { office: (is ?? was)!.office, fate: fateOf(was, is) }
  })
  const offices = [...new Set(fates.map(({ office }) => office))].sort()
  const count = (office: string | undefined): YearCounts => {
    const of = (fate: Fate) =>
      fates.filter((one) => one.fate === fate && (office === undefined || one.office === office)).length
    const [found, gone, up, down, held] = [of('found'), of('gone'), of('up'), of('down'), of('held')]
    return {
      office: office ?? '',
      before: gone + up + down + held,
      found,
      gone,
      up,
      down,
      held,
      after: found + up + down + held,
    }
  }
  return [...offices.map((office) => count(office)), count(undefined)]
}

function fateOf(was: YearRisk | undefined, is: YearRisk | undefined): Fate {
  if (!was) return 'found'
  return is ? movementOf(was, is) : 'gone'
}
