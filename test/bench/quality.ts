/** How good the drawings are: faults and figures summed over the twenty charts, ours beside other engines. */
import { arrange } from '../../src/layout/arrange.ts'
import type { Arrangement } from '../../src/layout/arrangement.ts'
import { planOf, type Plan } from '../../src/layout/planning/plan.ts'
import type { Chart, View } from '../../src/model/chart.ts'
import { measure } from '../../src/sheet/measure.ts'
import { figuresOf } from '../layout/metrics.ts'
import { flow, flowNames } from '../support/flows.ts'
import { hitsOf } from './anyAngle.ts'
import { dagreClusters } from './peers/dagre.ts'
import { elkLanes, elkPlain } from './peers/elk.ts'
import { printTable, ratio } from './table.ts'

type Engine = (chart: Chart, plan: Plan) => Promise<Arrangement>

const ours: Engine = async (chart, { view }) => arrange(chart, { view, edition: 'internal', measure })

const withLanes: { readonly [name: string]: Engine } = {
  'ours, lanes': ours,
  'elkjs, lanes as parents': async (_, plan) => elkLanes(plan),
  'dagre, lanes as clusters': async (_, plan) => dagreClusters(plan),
}
const withoutLanes: { readonly [name: string]: Engine } = {
  'ours, flow': ours,
  'elkjs, no lanes': async (_, plan) => elkPlain(plan),
}

const columns = {
  crossings: 'crossings',
  bends: 'bends',
  throughStep: 'through step',
  overlaps: 'overlaps',
  labelsHit: 'labels hit',
  outsideLane: 'outside lane',
  lanesMixed: 'lanes mixed',
  upward: 'upward',
  loose: 'loose ends',
  slanted: 'slanted',
  area: 'area',
  failed: 'failed',
} as const
type Sums = Record<keyof typeof columns, number>

export async function quality(): Promise<void> {
  const charts = flowNames.map(flow)
  const steps = charts.reduce((sum, chart) => sum + chart.steps.length, 0)
  const flowlines = charts.reduce((sum, chart) => sum + chart.flowlines.length, 0)
  const of = `${charts.length} charts, ${steps} steps, ${flowlines} flowlines`
  await compare(`QUALITY  with lanes, sums over ${of}`, withLanes, charts, 'lanes')
  await compare(`QUALITY  without lanes, the same charts`, withoutLanes, charts, 'flow')
  console.log(`
  upward: flowlines against the flow that are not returns; loose ends: not on the drawn outline
  of a step; lanes mixed: neighbours that overlap or stand in the wrong order; slanted: pieces
  neither level nor upright; area in millions of square units; failed: charts the engine gave up.`)
}

async function compare(
  title: string,
  engines: { readonly [name: string]: Engine },
  charts: readonly Chart[],
  view: View,
): Promise<void> {
  const rows: [string, Sums][] = []
  for (const [name, engine] of Object.entries(engines)) rows.push([name, await sumsOf(engine, charts, view)])
  const [[, first], ...others] = rows as [[string, Sums], ...[string, Sums][]]
  const keys = Object.keys(columns) as (keyof Sums)[]
  printTable(
    title,
    ['engine', ...Object.values(columns)],
    [
      ...rows.map(([name, sums]) => [name, ...keys.map((key) => shown(key, sums[key]))]),
      ...others.map(([name, sums]) => [`ours/${name}`, ...keys.map((key) => ratio(first[key], sums[key]))]),
    ],
  )
}

const shown = (key: keyof Sums, value: number): string => value.toFixed(key === 'area' ? 2 : 0)

async function sumsOf(engine: Engine, charts: readonly Chart[], view: View): Promise<Sums> {
  const sums = Object.fromEntries(Object.keys(columns).map((key) => [key, 0])) as Sums
  for (const chart of charts) {
    const plan = planOf(chart, view, measure)
    const drawing = await engine(chart, plan).catch(() => undefined)
    if (!drawing) {
      sums.failed += 1
      continue
    }
    for (const [key, value] of Object.entries(countsOf(chart, plan, drawing)))
      sums[key as keyof Sums] += value
  }
  return sums
}

function countsOf(chart: Chart, plan: Plan, drawing: Arrangement): Omit<Sums, 'failed'> {
  const { bends, faults, width, height } = figuresOf(chart, drawing)
  return {
    ...hitsOf(chart, drawing),
    bends,
    outsideLane: outsideLane(plan, drawing),
    lanesMixed: lanesMixed(drawing),
    upward: faults.upward,
    loose: faults.detached,
    slanted: faults.diagonal,
    area: (width * height) / 1e6,
  }
}

/** Sideways: how a lane is framed above and below is the engine's own. */
function outsideLane({ steps }: Plan, drawing: Arrangement): number {
  if (drawing.lanes.length === 0) return 0
  return steps.filter(({ id, lane: at }) => {
    const lane = drawing.lanes[at]!
    const rect = drawing.steps[id]!
    return rect.x < lane.x - 0.01 || rect.x + rect.width > lane.x + lane.width + 0.01
  }).length
}

function lanesMixed({ lanes }: Arrangement): number {
  return lanes.slice(1).filter((lane, at) => lane.x < lanes[at]!.x + lanes[at]!.width - 0.5).length
}
