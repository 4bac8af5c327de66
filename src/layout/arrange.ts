/**
 * Computes where everything of a chart stands. Order of work: each step gets a layer, its
 * post gives the lane, the order of the chart gives the sub-column; the router draws the
 * flowlines on the grid of rows and columns; labels take cells of that grid; last come the
 * coordinates, all x before all y. Constraints keep a distance between neighbours, so nothing
 * overlaps by construction.
 */
import type { Chart, EditionName, View } from '../model/chart.ts'
import type { Arrangement } from './arrangement.ts'
import { drawnFrom } from './coordinates/drawnFrom.ts'
import type { StepMeasure } from './measure.ts'
import { placementOf } from './placing/placement.ts'
import { planOf } from './planning/plan.ts'
import { withHandPlaced } from './rerouting/withHandPlaced.ts'
import { routed } from './routing/routing.ts'

interface ArrangeOptions {
  readonly view: View
  readonly edition: EditionName
  readonly measure: StepMeasure
}

/**
 * Lays out a chart in one view: places and sizes in units of the arrangement (0.25 mm).
 * Deterministic: equal charts give equal arrangements.
 */
export function arrange(chart: Chart, options: ArrangeOptions): Arrangement {
  const plan = planOf(chart, options.view, options.measure)
  const placement = placementOf(plan)
  const routing = routed(plan, placement, plan.steps.length > 400 ? 2 : 4)
  return withHandPlaced(chart, plan, drawnFrom(chart, plan, routing, options.measure), options.edition)
}
