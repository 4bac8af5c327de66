/** A power with what is to be said of the chart that it runs by: a line of the catalogue on the screen. */
import type { Chart, Id } from '../chart.ts'
import { ordersFor } from '../records/order.ts'
import { isDraft, unsettled, type Review } from '../review/review.ts'
import { totalCounts, type ChartSummary } from './chartSummary.ts'
import type { Counts } from '../registers/tally.ts'
import type { PowerItem } from './powerItem.ts'

/** Where the review of a chart stands. */
export interface ReviewStanding {
  /** Name of the rung that it waits on; none where all are passed. */
  readonly rung?: string
  readonly started: boolean
  readonly unsettled: number
  readonly approved: boolean
  /** Something was changed since it was approved. */
  readonly changed: boolean
}

export interface PublicStanding {
  readonly id: Id
  /** ms since 1970 */
  readonly at: number
  /** As the public reads it. */
  readonly title: string
  /** Where everybody can read it; said by the server to who asks. */
  readonly link?: string
  /** The public would see something else now. */
  readonly stale: boolean
  /** yyyy-mm-dd: what changed is to be posted by then, in workdays by the State Council's calendar. */
  readonly updateBy?: string
  /** Of `updateBy`: false where that calendar is not known yet, so that holidays were counted as workdays. */
  readonly isCalendarKnown?: boolean
}

/** A chart as the catalogue knows it. */
export interface CatalogueChart {
  readonly id: Id
  readonly title: string
  /** What this person may do with it on the server; none where only this browser has it. */
  readonly role?: 'owner' | 'editor' | 'reviewer' | 'viewer'
  /** Left out where it cannot be read. */
  readonly digest?: ChartSummary
  /** Only a server knows. */
  readonly review?: ReviewStanding
  readonly published?: PublicStanding
}

/** 未绘图、不可查看、未送审、审核中、已审定、审定后有改动、已公开、公开版已过时. The gravest of what is true. */
export type PowerState =
  | 'noChart'
  | 'hidden'
  | 'drafting'
  | 'reviewing'
  | 'approved'
  | 'changed'
  | 'published'
  | 'outdated'

export const powerStates = [
  'noChart',
  'drafting',
  'reviewing',
  'approved',
  'changed',
  'published',
  'outdated',
  'hidden',
] as const satisfies readonly PowerState[]

export interface CatalogueRow {
  readonly power: PowerItem
  readonly chart?: CatalogueChart
  readonly state: PowerState
}

export function standingOf(review: Review, hash: string): ReviewStanding {
  const rung = review.ladder.rungs[review.rung]
  return {
    ...(rung ? { rung: rung.name } : {}),
    started: review.events.length > 0,
    unsettled: unsettled(review).length,
    approved: review.approved !== undefined,
    changed: isDraft(review, hash),
  }
}

export function catalogueRows(
  powers: readonly PowerItem[],
  charts: readonly CatalogueChart[],
): readonly CatalogueRow[] {
  const known = new Map(charts.map((chart) => [chart.id, chart]))
  return powers.map((power) =>
    catalogueRow(power, power.chart === undefined ? undefined : known.get(power.chart)),
  )
}

export function catalogueRow(power: PowerItem, chart: CatalogueChart | undefined): CatalogueRow {
  if (power.chart === undefined) return { power, state: 'noChart' }
  if (!chart) return { power, state: 'hidden' }
  return { power, chart, state: stateOf(chart) }
}

function stateOf({ published, review }: CatalogueChart): PowerState {
  if (published) return published.stale ? 'outdated' : 'published'
  if (review?.approved) return review.changed ? 'changed' : 'approved'
  return review?.started ? 'reviewing' : 'drafting'
}

/** The charts behind these rows, each once, however many powers it serves. */
export function chartsOf(rows: readonly CatalogueRow[]): readonly CatalogueChart[] {
  return [...new Map(rows.flatMap(({ chart }) => (chart ? [[chart.id, chart] as const] : []))).values()]
}

/** 合计 of these rows, as the registers of their charts count. */
export function totalOfRows(rows: readonly CatalogueRow[]): Counts {
  return totalCounts(chartsOf(rows).flatMap(({ digest }) => digest?.counts ?? []))
}

/** Where no catalogue is kept: a power for each chart, as its header tells it. */
export function powersOfCharts(charts: readonly CatalogueChart[]): readonly PowerItem[] {
  const orders = ordersFor(charts.length)
  return charts.map((chart, at) => ({
    ...powerOfHeader(chart.digest?.header ?? { title: chart.title }),
    id: chart.id,
    order: orders[at]!,
    chart: chart.id,
  }))
}

/** What a header says of the power that runs by its chart. */
export function powerOfHeader(header: ChartSummary['header']): Omit<PowerItem, 'id' | 'order'> {
  const { title, unit, office, code, powerKind, legalBasis, statutoryLimit, promisedLimit } = header
  return {
    name: title,
    ...(code ? { code } : {}),
    ...(powerKind ? { kind: powerKind } : {}),
    ...(unit ? { exercisedBy: unit } : {}),
    ...(office ? { office } : {}),
    ...(legalBasis ? { legalBasis } : {}),
    ...(statutoryLimit ? { statutoryLimit } : {}),
    ...(promisedLimit ? { promisedLimit } : {}),
  }
}

/** The header of a new chart for a power. */
export function headerOfPower(power: Omit<PowerItem, 'id' | 'order'>): Chart['header'] {
  const { name, exercisedBy, office, code, kind, legalBasis, statutoryLimit, promisedLimit } = power
  return {
    title: name,
    ...(exercisedBy ? { unit: exercisedBy } : {}),
    ...(office ? { office } : {}),
    ...(code ? { code } : {}),
    ...(kind ? { powerKind: kind } : {}),
    ...(legalBasis ? { legalBasis } : {}),
    ...(statutoryLimit ? { statutoryLimit } : {}),
    ...(promisedLimit ? { promisedLimit } : {}),
  }
}
