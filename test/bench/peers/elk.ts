/** elkjs alone: the same boxes and the same labels, its own layers, places and routes. */
import ElkConstructor from 'elkjs/lib/elk.bundled.js'
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk.bundled.js'
import type { Arrangement, Point, Rect, Route } from '../../../src/layout/arrangement.ts'
import type { Plan } from '../../../src/layout/planning/plan.ts'

const elk = new ElkConstructor()

const drawing = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.spacing.nodeNode': '36',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeLabel': '4',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
}
/** The options that look best on our charts (layout.md, section 4). */
const options = {
  ...drawing,
  'elk.separateConnectedComponents': 'false',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.thoroughness': '20',
  'org.eclipse.elk.json.shapeCoords': 'ROOT',
  'org.eclipse.elk.json.edgeCoords': 'ROOT',
}
/** At the tail they would stand nearer to the decision, and on its other flowlines. */
const labelOptions = { 'elk.edgeLabels.placement': 'CENTER' }
/** Not the order of the model as well: elkjs 0.12.1 then crashes on four charts in five. */
const laneOptions = { ...drawing, 'elk.padding': '[top=36,left=16,bottom=16,right=16]' }

export async function elkPlain(plan: Plan): Promise<Arrangement> {
  const answer = await elk.layout({
    id: 'chart',
    layoutOptions: options,
    children: boxes(plan),
    edges: edges(plan),
  })
  return arrangementOf(plan, answer, answer.children ?? [], [])
}

/** A lane as a parent of its steps, laid out together: ELK's way to keep lanes. */
export async function elkLanes(plan: Plan): Promise<Arrangement> {
  const children = boxes(plan)
  const answer = await elk.layout({
    id: 'chart',
    layoutOptions: { ...options, 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' },
    children: plan.lanes.map((_, lane) => ({
      id: `lane${lane}`,
      layoutOptions: laneOptions,
      children: children.filter((__, step) => plan.steps[step]!.lane === lane),
    })),
    edges: edges(plan),
  })
  const lanes = answer.children ?? []
  return arrangementOf(
    plan,
    answer,
    lanes.flatMap((lane) => lane.children ?? []),
    lanes,
  )
}

function boxes(plan: Plan): ElkNode[] {
  return plan.steps.map(({ id, width, height }) => ({ id, width, height }))
}

function edges(plan: Plan): ElkExtendedEdge[] {
  return plan.flowlines.map(({ id, from, to, text, label }) => ({
    id,
    sources: [plan.steps[from]!.id],
    targets: [plan.steps[to]!.id],
    labels: label ? [{ text, width: label.width, height: label.height, layoutOptions: labelOptions }] : [],
  }))
}

function arrangementOf(
  plan: Plan,
  whole: Omit<ElkNode, 'children'>,
  steps: readonly ElkNode[],
  lanes: readonly ElkNode[],
): Arrangement {
  const routes = new Map((whole.edges ?? []).map((edge) => [edge.id, edge]))
  return {
    width: whole.width ?? 0,
    height: whole.height ?? 0,
    steps: Object.fromEntries(steps.map((step) => [step.id, rectOf(step)])),
    flowlines: Object.fromEntries(
      plan.flowlines.map((line) => [line.id, routeOf(routes.get(line.id)!, { return: line.return })]),
    ),
    lanes: lanes.map((lane, at) => ({ ...rectOf(lane), post: plan.lanes[at] ?? null, head: 36 })),
    sideBoxes: [],
    columns: null,
  }
}

function routeOf(edge: ElkExtendedEdge, known: { readonly return: boolean }): Route {
  const points = (edge.sections ?? []).flatMap(({ startPoint, bendPoints, endPoint }): Point[] =>
    [startPoint, ...(bendPoints ?? []), endPoint].map(({ x, y }): Point => [x, y]),
  )
  const label = edge.labels?.[0]
  return { points, label: label ? rectOf(label) : null, return: known.return }
}

function rectOf({ x = 0, y = 0, width = 0, height = 0 }: Partial<Rect>): Rect {
  return { x, y, width, height }
}
