import * as Y from 'yjs'
import { applyToDoc } from '../../doc/chartDoc.ts'
import type { Chart, Id } from '../../model/chart.ts'
import { replaceChart } from '../../model/edits/replaceChart.ts'
import { highMediumLow } from '../../model/grading.ts'
import { ordersFor } from '../../model/records/order.ts'
import { noRecords } from '../../model/records/records.ts'
import type { Unit } from '../../model/unit/unit.ts'
import { firstStep } from '../../text/screen/screen.ts'
import type { AppServices } from '../base/appServices.ts'
import { navigate } from '../base/routes.ts'
import { summaryOf } from './summaryOf.ts'

/** Stores a chart under a new id and navigates to it once it is on disk. */
export async function keepNewChart(services: AppServices, chart: Chart): Promise<void> {
  navigate({ at: 'chart', chart: await storeNewChart(services, chart) })
}

/** Stores a chart under a new id; resolves with the id once it is on disk. */
export async function storeNewChart(services: AppServices, chart: Chart): Promise<Id> {
  const id = services.newId()
  const doc = new Y.Doc()
  applyToDoc(doc, replaceChart(noRecords, chart), 'new')
  await services.charts.create(doc, summaryOf(id, chart, services.now()))
  return id
}

/** Same as above for a new chart, adding the unit's values where the source has none. */
export async function beginChart(services: AppServices, chart: Chart, begun?: Begun): Promise<void> {
  // Lazy: most visits open an existing chart.
  const [{ unitForNew }, { newChartInUnit }] = await Promise.all([
    import('../base/unit/unitNow.ts'),
    import('../../model/unit/newChart.ts'),
  ])
  await keepNewChart(services, (begun ?? newChartInUnit)(await unitForNew(services), chart))
}

type Begun = (unit: Unit, chart: Chart) => Chart

/** A chart with only a start and an end step. */
export function blankChart(title: string, newId: () => Id): Chart {
  const [first, second] = ordersFor(2)
  const start = newId()
  const end = newId()
  return {
    header: { title },
    posts: [],
    steps: [
      { id: start, order: first!, kind: 'terminator', name: firstStep.start },
      { id: end, order: second!, kind: 'terminator', name: firstStep.end },
    ],
    flowlines: [{ id: newId(), order: first!, from: start, to: end }],
    risks: [],
    measures: [],
    grading: highMediumLow,
  }
}
