/** dagre with a cluster for each lane: the commonest way that web editors lay swimlanes out. */
import { Graph, layout } from '@dagrejs/dagre'
import type { EdgeLabel, GraphLabel, NodeLabel } from '@dagrejs/dagre'
import type { Arrangement, Point, Rect, Route } from '../../../src/layout/arrangement.ts'
import type { Plan } from '../../../src/layout/planning/plan.ts'

type DagreGraph = InstanceType<typeof Graph<GraphLabel, NodeLabel, EdgeLabel>>

/** Throws where dagre cannot do it, as its callers know. */
export function dagreClusters(plan: Plan): Arrangement {
  const graph = graphOf(plan)
  layout(graph)
  const whole = graph.graph()
  return {
    width: whole.width ?? 0,
    height: whole.height ?? 0,
    steps: Object.fromEntries(plan.steps.map(({ id }) => [id, rectOf(graph.node(id))])),
    flowlines: Object.fromEntries(
      plan.flowlines.map((line) => {
        const edge = graph.edge(plan.steps[line.from]!.id, plan.steps[line.to]!.id, line.id)
        return [line.id, routeOf(edge, { return: line.return })]
      }),
    ),
    lanes: plan.lanes.map((post, lane) => ({ ...rectOf(graph.node(`lane ${lane}`)), post, head: 0 })),
    sideBoxes: [],
    columns: null,
  }
}

function graphOf(plan: Plan): DagreGraph {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ compound: true, multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: 36, edgesep: 12, ranksep: 36, marginx: 24, marginy: 24 })
  for (const lane of plan.lanes.keys()) graph.setNode(`lane ${lane}`, { width: 0, height: 0 })
  for (const { id, lane, width, height } of plan.steps) {
    graph.setNode(id, { width, height })
    graph.setParent(id, `lane ${lane}`)
  }
  for (const { id, from, to, label } of plan.flowlines) {
    const size = label
      ? { width: label.width, height: label.height, labelpos: 'r' as const, labeloffset: 4 }
      : {}
    graph.setEdge(plan.steps[from]!.id, plan.steps[to]!.id, { ...size }, id)
  }
  return graph
}

function routeOf(edge: EdgeLabel, known: { readonly return: boolean }): Route {
  const points = straightened((edge.points ?? []).map(({ x, y }): Point => [x, y]))
  const label = edge.width ? rectOf({ ...edge, width: edge.width, height: edge.height ?? 0 }) : null
  return { points, label, return: known.return }
}

/** dagre gives the middle. */
function rectOf({ x = 0, y = 0, width, height }: NodeLabel): Rect {
  return { x: x - width / 2, y: y - height / 2, width, height }
}

/** Without the points that turn it by less than 2 %: dagre sets one in every rank, and nobody sees those as bends. */
function straightened(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = []
  for (const [at, point] of points.entries()) {
    const before = kept.at(-1)
    const after = points[at + 1]
    if (before && after && turn(before, point, after) < 0.02) continue
    kept.push(point)
  }
  return kept
}

/** Sine of the angle; 1 where it turns back. */
function turn([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
  const [ux, uy, vx, vy] = [bx - ax, by - ay, cx - bx, cy - by]
  const lengths = Math.hypot(ux, uy) * Math.hypot(vx, vy)
  if (lengths === 0) return 0
  return ux * vx + uy * vy < 0 ? 1 : Math.abs(ux * vy - uy * vx) / lengths
}
