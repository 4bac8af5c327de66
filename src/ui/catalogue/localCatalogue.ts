/** Catalogue without a server: derives the powers from the headers of this browser's charts. */
import { chartSummaryOf } from '../../model/catalogue/chartSummary.ts'
import { powersOfCharts, type CatalogueChart } from '../../model/catalogue/row.ts'
import type { CatalogueAnswer } from '../../model/catalogue/answers.ts'
import type { AppServices } from '../base/appServices.ts'
import { localChart } from '../openChart/localChart.ts'

export async function localCatalogue(services: AppServices): Promise<CatalogueAnswer> {
  const kept = (await services.charts.list()).filter(({ isTemplate }) => !isTemplate)
  const charts = await Promise.all(
    kept.map(async ({ id, title }): Promise<CatalogueChart> => {
      const chart = await localChart(services, id)
      return { id, title, ...(chart ? { digest: chartSummaryOf(chart) } : {}) }
    }),
  )
  return { powers: powersOfCharts(charts), charts, may: 'read' }
}
