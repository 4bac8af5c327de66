import type { Arrangement } from '../../layout/arrangement.ts'
import type { Chart } from '../../model/chart.ts'
import type { ArrangeRequest } from './arrangeCall.ts'

type Arrange = (request: ArrangeRequest) => Promise<Arrangement>

/**
 * Asks once for each view and edition of a chart, and gives the same answer again: charts are never
 * changed, an edit makes another one. What failed is asked again. Charts that nobody holds are let go.
 */
export function askedOnce(arrange: Arrange): Arrange {
  const ofCharts = new WeakMap<Chart, Map<string, Promise<Arrangement>>>()
  return async (request) => {
    const { chart, view, edition } = request
    const kept = ofCharts.get(chart) ?? new Map<string, Promise<Arrangement>>()
    ofCharts.set(chart, kept)
    const key = `${view} ${edition}`
    const answer = kept.get(key) ?? arrange(request)
    kept.set(key, answer)
    answer.catch(() => kept.delete(key))
    return answer
  }
}
