/**
 * Asks ELK for layers only. Its costly phases are turned off and all steps get the same
 * height, so that each layer has one y.
 */
import type { Elk, ElkGraph } from '../elk.ts'
import type { Plan } from '../planning/plan.ts'

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.separateConnectedComponents': 'false',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.crossingMinimization.strategy': 'NONE',
  'elk.layered.nodePlacement.strategy': 'SIMPLE',
  'elk.edgeRouting': 'POLYLINE',
}

/** Return flowlines are left out, so that ELK has no cycle to break differently from `returnFlowlines`. */
function graphOf(plan: Plan): ElkGraph {
  const forward = plan.flowlines.filter((line) => !line.return)
  return {
    id: 'chart',
    layoutOptions: options,
    children: plan.steps.map((step, index) => ({ id: `s${index}`, width: step.width, height: 40 })),
    edges: forward.map((line, index) => ({
      id: `f${index}`,
      sources: [`s${line.from}`],
      targets: [`s${line.to}`],
    })),
  }
}

export async function elkRows(plan: Plan, elk: Elk): Promise<readonly number[]> {
  if (plan.steps.length < 2) return plan.steps.map(() => 0)
  const answer = await elk.layout(graphOf(plan))
  const ys = new Map((answer.children ?? []).map((child) => [child.id, Math.round(child.y ?? 0)]))
  const yOf = plan.steps.map((_, index) => ys.get(`s${index}`) ?? 0)
  const levels = [...new Set(yOf)].sort((a, b) => a - b)
  const rowOf = new Map(levels.map((y, row) => [y, row]))
  return yOf.map((y) => rowOf.get(y)!)
}
