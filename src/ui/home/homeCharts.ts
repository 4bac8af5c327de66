/** Merges the charts of the server and of this browser into one list. */
import type { LocalChartSummary } from '../../collab/localChartSummary.ts'
import type { ListedChart } from '../../protocol/api.ts'

/** `role`: this person's role on the server, if known. */
export interface HomeChart extends LocalChartSummary {
  /** Also stored in this browser, so it opens offline. */
  readonly isHere: boolean
  /** Listed in the server's latest answer. */
  readonly onServer: boolean
}

/** The server's list; null if it did not answer or does not know this person. */
export interface OnServer {
  readonly charts: readonly ListedChart[]
  readonly bin: readonly ListedChart[]
}

/**
 * Merges by id, latest first. Charts in the trash are not listed, even if a copy is still here,
 * which may hold changes that the server never received.
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

/** Title from the later copy; role from the server, and folder and template where it has said something. */
function merged(here: LocalChartSummary, there: ListedChart | undefined): HomeChart {
  if (!there) return { ...here, isHere: true, onServer: false }
  const latest = there.changedAt > here.changedAt ? there : here
  const { folder: _folder, isTemplate: _isTemplate, ...shown } = latest
  const folder = there.folder ?? here.folder
  const isTemplate = there.isTemplate ?? here.isTemplate
  return {
    ...shown,
    ...(folder && { folder }),
    ...(isTemplate && { isTemplate }),
    role: there.role,
    isHere: true,
    onServer: true,
  }
}

/** The status shown beside a chart's name. */
export type ChartBadge = 'onlyHere' | 'offline' | 'role'

/** Empty without a server, unless the role is known: all charts are local then. */
export function chartBadgesOf({ role, onServer }: HomeChart, server: OnServer | null): readonly ChartBadge[] {
  if (onServer) return ['role']
  if (server !== null) return ['onlyHere']
  return role === undefined ? [] : ['role', 'offline']
}
