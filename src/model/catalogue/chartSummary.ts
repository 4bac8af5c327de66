/** A chart reduced to what lists show; small enough to keep in memory for a thousand charts. */
import type { Chart, Header } from '../chart.ts'
import { hasExternalEdition } from '../editions/hasExternalEdition.ts'
import { wholeRegister } from '../registers/registers.ts'
import { levelsOf, type CountedLevel, type Counts } from '../registers/tally.ts'

export type SummaryHeader = Pick<
  Header,
  | 'title'
  | 'publicTitle'
  | 'unit'
  | 'office'
  | 'code'
  | 'powerKind'
  | 'legalBasis'
  | 'statutoryLimit'
  | 'promisedLimit'
  | 'consultPhone'
  | 'supervisionPhone'
>

export interface ChartSummary {
  readonly header: SummaryHeader
  readonly steps: number
  /** Counted by the same functions as the registers. */
  readonly counts: Counts
  /** Names that a post rename may affect: the posts, and the persons responsible for risks. */
  readonly names: readonly string[]
  readonly hasExternal: boolean
}

/** Summarises a chart for lists. Never throws. */
export function chartSummaryOf(chart: Chart): ChartSummary {
  const { title, unit, office, code, powerKind, legalBasis, statutoryLimit, promisedLimit, ...rest } =
    chart.header
  const { publicTitle, consultPhone, supervisionPhone } = rest
  return {
    header: present({
      title,
      publicTitle,
      unit,
      office,
      code,
      powerKind,
      legalBasis,
      statutoryLimit,
      promisedLimit,
      consultPhone,
      supervisionPhone,
    }),
    steps: chart.steps.length,
    counts: wholeRegister([chart]).counts,
    names: [...new Set([...postNames(chart), ...riskNames(chart)])],
    hasExternal: hasExternalEdition(chart.header),
  }
}

function present(header: {
  readonly [F in keyof SummaryHeader]: SummaryHeader[F] | undefined
}): SummaryHeader {
  return Object.fromEntries(
    Object.entries(header).filter(([, value]) => value !== undefined),
  ) as unknown as SummaryHeader
}

function postNames({ posts }: Chart): readonly string[] {
  return posts.flatMap(({ name, publicName }) => (publicName === undefined ? [name] : [name, publicName]))
}

function riskNames({ risks }: Chart): readonly string[] {
  return risks.flatMap(({ responsible, leader }) =>
    [responsible, leader].filter((name) => name !== undefined),
  )
}

/**
 * Adds the counts of several charts, equal to the totals of their registers (rule CT1): levels in
 * register order, each chart once even if several powers use it.
 */
export function totalCounts(all: readonly Counts[]): Counts {
  const schemes = all.flatMap(({ byLevel }) => schemesIn(byLevel.flatMap(({ level }) => level ?? [])))
  const isUngraded = all.some(({ byLevel }) => byLevel.some(({ level, count }) => !level && count > 0))
  const levels: readonly CountedLevel[] = [...levelsOf(schemes, []), ...(isUngraded ? [undefined] : [])]
  const counted = new Map<string, number>()
  for (const { byLevel } of all)
    for (const { level, count } of byLevel)
      counted.set(keyOf(level), (counted.get(keyOf(level)) ?? 0) + count)
  return {
    risks: all.reduce((sum, { risks }) => sum + risks, 0),
    measures: all.reduce((sum, { measures }) => sum + measures, 0),
    byLevel: levels.map((level) => ({ level, count: counted.get(keyOf(level)) ?? 0 })),
  }
}

function schemesIn(levels: readonly NonNullable<CountedLevel>[]) {
  const names = [...new Set(levels.map(({ scheme }) => scheme))]
  return names.map((name) => ({ name, levels: levels.filter(({ scheme }) => scheme === name) }))
}

function keyOf(level: CountedLevel): string {
  return level ? JSON.stringify([level.scheme, level.name, level.rank]) : ''
}
