import type { LocalChartSummary } from '../../collab/localChartSummary.ts'
import { sketchOf } from '../../model/catalogue/chartSketch.ts'
import type { Chart, Id } from '../../model/chart.ts'

/** The summary of a chart for the home page. */
export function summaryOf(id: Id, chart: Chart, changedAt: number): LocalChartSummary {
  return {
    id,
    title: chart.header.title,
    unit: chart.header.unit ?? '',
    steps: chart.steps.length,
    changedAt,
    sketch: sketchOf(chart),
  }
}
