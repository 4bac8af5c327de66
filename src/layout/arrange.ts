/**
 * Computes where everything of a chart stands. Order of work: ELK gives each step a row, its
 * post gives the lane, the order of the chart gives the sub-column; the router draws the
 * flowlines on the grid of rows and columns; labels take cells of that grid; last come the
 * coordinates, all x before all y. Constraints keep a distance between neighbours, so nothing
 * overlaps by construction.
 */
import type { Chart, EditionName, View } from '../model/chart.ts'
import type { Arrangement } from './arrangement.ts'
import { drawnFrom } from './coordinates/drawnFrom.ts'
import type { Elk } from './elk.ts'
import type { StepMeasure } from './measure.ts'
import { placementOf } from './placing/placement.ts'
import { planOf } from './planning/plan.ts'
import { withHandPlaced } from './rerouting/withHandPlaced.ts'
import { routed } from './routing/routing.ts'

interface ArrangeOptions {
  readonly view: View
  readonly edition: EditionName
  readonly measure: StepMeasure
  readonly elk: Elk
}

/**
 * Lays out a chart in one view. Resolves with places and sizes in units of the arrangement
 * (0.25 mm). Deterministic: equal charts give equal arrangements. Rejects only if the engine
 * does.
 */
export async function arrange(chart: Chart, options: ArrangeOptions): Promise<Arrangement> {
  const plan = planOf(chart, options.view, options.measure)
  const placement = await placementOf(plan, options.elk)
  const routing = routed(plan, placement, plan.steps.length > 400 ? 2 : 4)
  return withHandPlaced(chart, plan, drawnFrom(chart, plan, routing, options.measure), options.edition)
}
