/** Request and answer shapes of `/api/catalogue`. */
import type { Id } from '../chart.ts'
import type { PowerItem } from './powerItem.ts'
import type { Renaming } from './rename.ts'
import type { CatalogueChart } from './row.ts'

export interface ListedPower extends PowerItem {
  /** True if the requesting user added the power. */
  readonly mine?: true
}

export interface CatalogueAnswer {
  readonly powers: readonly ListedPower[]
  /** Only the charts that the requesting user may read. */
  readonly charts: readonly CatalogueChart[]
  /** `own`: powers that run by the user's own charts, and powers without a chart. */
  readonly may: CatalogueRight
}

export type CatalogueRight = 'all' | 'own' | 'read'

/** The current state of the changed powers; a changed power that is missing here was removed. */
export interface CatalogueChanged {
  readonly powers: readonly ListedPower[]
}

export interface CatalogueTakenBack {
  /** Powers that are as they were. */
  readonly changed: number
  /** Names of powers that were changed again since, and stay; empty for one that is removed. */
  readonly left: readonly string[]
}

export interface RenamingFound extends Renaming {
  /** The id and name of the chart or power in which the text was found. */
  readonly chart?: Id
  readonly power?: Id
  readonly title: string
}

export interface RenameAnswer {
  readonly places: readonly RenamingFound[]
  /** Charts and powers that could not be read or changed. */
  readonly failed: readonly RenameFailure[]
}

export interface RenameFailure {
  readonly chart: Id
  readonly title: string
  readonly why: string
}

/** Whether a user with the right `may` may change this power (rule CT11). */
export function mayChangePower(
  power: ListedPower,
  { may, charts }: Pick<CatalogueAnswer, 'may' | 'charts'>,
): { readonly change: boolean; readonly remove: boolean } {
  if (may !== 'own') return { change: may === 'all', remove: may === 'all' }
  if (power.chart === undefined) return { change: true, remove: power.mine === true }
  const isOwn = owns(charts, power.chart)
  return { change: isOwn, remove: isOwn }
}

/** Whether a user may link a power to this chart. */
export function mayGiveChart(
  chart: Id | undefined,
  { may, charts }: Pick<CatalogueAnswer, 'may' | 'charts'>,
): boolean {
  return may === 'all' || (may === 'own' && (chart === undefined || owns(charts, chart)))
}

function owns(charts: readonly CatalogueChart[], chart: Id): boolean {
  return charts.some(({ id, role }) => id === chart && role === 'owner')
}
