import type { LocalChartSummary } from '../../collab/localChartSummary.ts'
import type { AppServices } from '../base/appServices.ts'
import type { OnServer } from './homeCharts.ts'

/**
 * Removes or locks the local copies of charts whose link was revoked, by the policy of the link.
 * Asks only about charts that the server once had and does not list. Resolves with true if there
 * were any.
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
    // The server is unreachable or does not know this person; the same holds for the rest.
    if (!answer.ok) return isAny
    if (answer.body.state !== 'ended') continue
    await (answer.body.copies === 'remove' ? charts.remove(id) : charts.lock(id))
    isAny = true
  }
  return isAny
}
