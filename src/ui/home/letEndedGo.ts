import type { LocalChartSummary } from '../../collab/localChartSummary.ts'
import type { AppServices } from '../base/appServices.ts'
import type { OnServer } from './homeCharts.ts'

/**
 * Removes or locks the copies of charts whose link was taken back, as it was agreed when they
 * were shared. Asks only about charts that the server had and does not list. Resolves with
 * whether there were any.
 */
export async function letEndedGo(
  { server, charts }: Pick<AppServices, 'server' | 'charts'>,
  here: readonly LocalChartSummary[],
  there: OnServer | null,
): Promise<boolean> {
  const listed = new Set([...(there?.charts ?? []), ...(there?.bin ?? [])].map(({ id }) => id))
  let isAny = false
  for (const { id, role } of here) {
    if (role === undefined || listed.has(id)) continue
    const answer = await server.standing(id)
    // Nobody answers, or nobody is known here: it is the same for all others.
    if (!answer.ok) return isAny
    if (answer.body.state !== 'ended') continue
    await (answer.body.copies === 'remove' ? charts.remove(id) : charts.lock(id))
    isAny = true
  }
  return isAny
}
