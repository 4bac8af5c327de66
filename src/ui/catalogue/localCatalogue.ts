/** Catalogue without a server: derives the powers from the headers of this browser's charts. */
import * as Y from 'yjs'
import { openChartDoc } from '../../doc/chartDoc.ts'
import { chartSummaryOf } from '../../model/catalogue/chartSummary.ts'
import { powersOfCharts, type CatalogueChart } from '../../model/catalogue/row.ts'
import type { CatalogueAnswer } from '../../model/catalogue/answers.ts'
import type { Chart, Id } from '../../model/chart.ts'
import type { AppServices } from '../base/appServices.ts'

export async function localCatalogue(services: AppServices): Promise<CatalogueAnswer> {
  const kept = await services.charts.list()
  const charts = await Promise.all(
    kept.map(async ({ id, title }): Promise<CatalogueChart> => {
      const chart = await localChart(services, id)
      return { id, title, ...(chart ? { digest: chartSummaryOf(chart) } : {}) }
    }),
  )
  return { powers: powersOfCharts(charts), charts, may: 'read' }
}

/** The chart stored in this browser; undefined if there is none. Read only. */
export async function localChart({ charts }: AppServices, id: Id): Promise<Chart | undefined> {
  const doc = new Y.Doc()
  const summary = () => ({ id, title: '', unit: '', steps: 0, changedAt: 0 })
  const opened = await charts.open(id, doc, { summary, onState: () => undefined })
  const read = openChartDoc(doc)
  const chart = opened.found ? read.chart() : undefined
  await opened.close()
  read.close()
  doc.destroy()
  return chart
}
