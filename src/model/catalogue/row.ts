/** One catalogue row on the screen: a power with the state of its chart. */
import type { Chart, Id } from '../chart.ts'
import { ordersFor } from '../records/order.ts'
import { isDraft, unsettled, type Review } from '../review/review.ts'
import { totalCounts, type ChartSummary } from './chartSummary.ts'
import type { Counts } from '../registers/tally.ts'
import type { PowerItem } from './powerItem.ts'

/** The review state of a chart. */
export interface ReviewStanding {
  /** Name of the rung under review; undefined once all rungs are passed. */
  readonly rung?: string
  readonly started: boolean
  readonly unsettled: number
  readonly approved: boolean
  /** True if the chart changed after its approval. */
  readonly changed: boolean
}

export interface PublicStanding {
  readonly id: Id
  /** ms since 1970 */
  readonly at: number
  /** The title of the public edition. */
  readonly title: string
  /** Public URL; only the server fills it in. */
  readonly link?: string
  /** True if the published version differs from what publishing now would show. */
  readonly stale: boolean
  /** yyyy-mm-dd: deadline for publishing the change, in workdays of the State Council's calendar. */
  readonly updateBy?: string
  /** False if that calendar was not yet known for `updateBy`, so that holidays counted as workdays. */
  readonly isCalendarKnown?: boolean
}

/** The data of a chart that the catalogue needs. */
export interface CatalogueChart {
  readonly id: Id
  readonly title: string
  /** The user's role on the server; undefined for a chart stored only in this browser. */
  readonly role?: 'owner' | 'editor' | 'reviewer' | 'viewer'
  /** Undefined if the user may not read the chart. */
  readonly digest?: ChartSummary
  /** Set by the server only. */
  readonly review?: ReviewStanding
  readonly published?: PublicStanding
}

/** 未绘图、不可查看、未送审、审核中、已审定、审定后有改动、已公开、公开版已过时. If several apply, the most serious one. */
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

/** Reduces a review to its state; `hash` is of the chart as it is now. */
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

/** Joins powers with their charts, one row per power, in the order given. */
export function catalogueRows(
  powers: readonly PowerItem[],
  charts: readonly CatalogueChart[],
): readonly CatalogueRow[] {
  const known = new Map(charts.map((chart) => [chart.id, chart]))
  return powers.map((power) =>
    catalogueRow(power, power.chart === undefined ? undefined : known.get(power.chart)),
  )
}

/** Joins one power with its chart; `chart` is undefined if there is none. */
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

/** The charts of these rows, each once, even if several powers use it. */
export function chartsOf(rows: readonly CatalogueRow[]): readonly CatalogueChart[] {
  return [...new Map(rows.flatMap(({ chart }) => (chart ? [[chart.id, chart] as const] : []))).values()]
}

/** 合计 of these rows, counted as in the registers. */
export function totalOfRows(rows: readonly CatalogueRow[]): Counts {
  return totalCounts(chartsOf(rows).flatMap(({ digest }) => digest?.counts ?? []))
}

/** Derives one power per chart from its header; used if the unit keeps no catalogue. */
export function powersOfCharts(charts: readonly CatalogueChart[]): readonly PowerItem[] {
  const orders = ordersFor(charts.length)
  return charts.map((chart, at) => ({
    ...powerOfHeader(chart.digest?.header ?? { title: chart.title }),
    id: chart.id,
    order: orders[at]!,
    chart: chart.id,
  }))
}

/** The fields of a power, taken from a chart header. */
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

/** The header of a new chart for this power. */
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
