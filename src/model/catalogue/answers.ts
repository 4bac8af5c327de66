/** What the catalogue's server and its page say to each other: the shapes of `/api/catalogue`. */
import type { Id } from '../chart.ts'
import type { PowerItem } from './powerItem.ts'
import type { Renaming } from './rename.ts'
import type { CatalogueChart } from './row.ts'

export interface ListedPower extends PowerItem {
  /** Added by who asks. */
  readonly mine?: true
}

export interface CatalogueAnswer {
  readonly powers: readonly ListedPower[]
  /** Those that who asks may read. */
  readonly charts: readonly CatalogueChart[]
  /** `own`: the powers of one's own charts and those that have none. */
  readonly may: CatalogueRight
}

export type CatalogueRight = 'all' | 'own' | 'read'

/** The powers that were touched, as they are now; those that are not among them are gone. */
export interface CatalogueChanged {
  readonly powers: readonly ListedPower[]
}

export interface RenamingFound extends Renaming {
  /** The chart or the power where it stands, and what that is called. */
  readonly chart?: Id
  readonly power?: Id
  readonly title: string
}

export interface RenameAnswer {
  readonly places: readonly RenamingFound[]
  /** What could not be looked at, or not be changed. */
  readonly failed: readonly RenameFailure[]
}

export interface RenameFailure {
  readonly chart: Id
  readonly title: string
  readonly why: string
}

/** What may be done with a power ([CT11]). */
export function mayChangePower(
  power: ListedPower,
  { may, charts }: Pick<CatalogueAnswer, 'may' | 'charts'>,
): { readonly change: boolean; readonly remove: boolean } {
  if (may !== 'own') return { change: may === 'all', remove: may === 'all' }
  if (power.chart === undefined) return { change: true, remove: power.mine === true }
  const isOwn = owns(charts, power.chart)
  return { change: isOwn, remove: isOwn }
}

/** Whether a power may be given this chart. */
export function mayGiveChart(
  chart: Id | undefined,
  { may, charts }: Pick<CatalogueAnswer, 'may' | 'charts'>,
): boolean {
  return may === 'all' || (may === 'own' && (chart === undefined || owns(charts, chart)))
}

function owns(charts: readonly CatalogueChart[], chart: Id): boolean {
  return charts.some(({ id, role }) => id === chart && role === 'owner')
}
