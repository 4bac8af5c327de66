/** The charts of the first page: those of the server and those of this browser, as one list. */
import type { LocalChartSummary } from '../../collab/localChartSummary.ts'
import type { ListedChart } from '../../protocol/api.ts'

/** `role`: what one may do with it on the server, as far as it is known. */
export interface HomeChart extends LocalChartSummary {
  /** Kept in this browser too, so that it opens without a network. */
  readonly isHere: boolean
  /** The server has just said that it has it. */
  readonly onServer: boolean
}

/** What the server says; null where it did not answer, or knows nothing of this person. */
export interface OnServer {
  readonly charts: readonly ListedChart[]
  readonly bin: readonly ListedChart[]
}

/**
 * By id, the latest first. What lies in the bin is not listed, though a copy of it may
 * still be here: it holds what may not have reached the server.
 */
export function homeCharts(
  here: readonly LocalChartSummary[],
  server: OnServer | null,
): readonly HomeChart[] {
  const binned = new Set(server?.bin.map(({ id }) => id))
  const listed = new Map(server?.charts.map((chart) => [chart.id, chart]))
  const known = new Set(here.map(({ id }) => id))
  const local = here.filter(({ id }) => !binned.has(id)).map((chart) => merged(chart, listed.get(chart.id)))
  const remote = [...listed.values()]
    .filter(({ id }) => !known.has(id))
    .map((chart) => ({ ...chart, isHere: false, onServer: true }))
  return [...local, ...remote].sort((a, b) => b.changedAt - a.changedAt)
}

/** The later of the two knows best what the chart is called; the server, what one may do. */
function merged(here: LocalChartSummary, there: ListedChart | undefined): HomeChart {
  if (!there) return { ...here, isHere: true, onServer: false }
  const latest = there.changedAt > here.changedAt ? there : here
  return { ...latest, role: there.role, isHere: true, onServer: true }
}

/** What is said of a chart beside its name. */
export type ChartBadge = 'onlyHere' | 'offline' | 'role'

/** Nothing where there is no server: everything is here then, and a mark would say nothing. */
export function chartBadgesOf({ role, onServer }: HomeChart, server: OnServer | null): readonly ChartBadge[] {
  if (onServer) return ['role']
  if (server !== null) return ['onlyHere']
  return role === undefined ? [] : ['role', 'offline']
}
