/** How long an arrangement takes, beside ELK doing the whole of it, on charts that grow. */
import { arrange } from '../../src/layout/arrange.ts'
import { planOf } from '../../src/layout/planning/plan.ts'
import type { Chart, View } from '../../src/model/chart.ts'
import { measure } from '../../src/sheet/measure.ts'
import { generatedChart } from './generatedChart.ts'
import { elkPlain } from './peers/elk.ts'
import { printTable, ratio } from './table.ts'
import { mediansByTurns } from './timing.ts'

const sizes = [
  { steps: 20, runs: 7 },
  { steps: 100, runs: 5 },
  { steps: 300, runs: 3 },
  { steps: 1000, runs: 3 },
] as const
const views = ['flow', 'lanes'] as const satisfies readonly View[]

export async function layout(): Promise<void> {
  const rows = []
  await warmedUp()
  for (const { steps, runs } of sizes) {
    const chart = generatedChart(steps)
    for (const view of views) {
      // elkjs is handed the measured plan; ours begins with the chart, and its text is measured in its time.
      const plan = planOf(chart, view, measure)
      const [ours, bare] = await mediansByTurns([ourWork(chart, view), async () => elkPlain(plan)], runs)
      const numbers = [ours!.toFixed(0), bare!.toFixed(0), ratio(ours!, bare!)]
      rows.push([String(steps), String(chart.flowlines.length), view, ...numbers])
    }
  }
  printTable(
    'LAYOUT  median ms of one arrangement; elkjs layered alone has no lanes',
    ['steps', 'flowlines', 'view', 'ours', 'elkjs', 'ours/elkjs'],
    rows,
  )
}

/** As the page's worker does it. */
const ourWork = (chart: Chart, view: View) => async (): Promise<unknown> =>
  arrange(chart, { view, edition: 'internal', measure })

/** The engine compiles what it has seen often; the smallest chart is not to pay for that. */
async function warmedUp(): Promise<void> {
  const chart = generatedChart(60)
  const plan = planOf(chart, 'lanes', measure)
  await mediansByTurns([ourWork(chart, 'lanes'), ourWork(chart, 'flow'), async () => elkPlain(plan)], 2)
}
