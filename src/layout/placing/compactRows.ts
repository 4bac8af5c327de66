/**
 * From layers to the rows of the drawing. Every step that follows another has a layer of its
 * own; a reader wants a side result (不予受理) beside its decision and a hand-over to another
 * post as one level arrow. So the steps are taken in the order of the layers and each moves up as far as the flowlines allow, onto the row of the step
 * before it where the way there is free.
 */
import { branchPolarity } from './branchPolarity.ts'
import { drawnBeside, isDrawnBeside } from './drawnBeside.ts'
import { hasBar, type Plan } from '../planning/plan.ts'

interface Rows {
  readonly of: Int32Array
  /** Row and lane: how many steps stand there, or Infinity where a level arrow passes. */
  readonly held: Map<string, number>
  /** Step and side: taken by a level arrow. */
  readonly sides: Set<string>
  /** By layer: the lowest row it came to. */
  readonly reached: number[]
}

/** More steps of one lane than this do not share a row: the lane would get too wide. */
const widest = { flow: 4, lanes: 2, columns: 3 } as const
const most = { flow: 4, lanes: 1, columns: 3 } as const

/** Where a side result of a decision in the same lane stands: narrow lanes have it below. */
export type SideResults = 'beside' | 'below'

interface RowChoices {
  /** By step: the flowline of its main exit. */
  readonly main: readonly (number | null)[]
  readonly sides: SideResults
}

export function compactRows(
  plan: Plan,
  order: readonly number[],
  layers: readonly number[],
  choices: RowChoices,
): readonly number[] {
  const rows: Rows = {
    of: new Int32Array(plan.steps.length).fill(-1),
    held: new Map(),
    sides: new Set(),
    reached: [],
  }
  for (const step of order) {
    const row = levelRow(plan, rows, choices, step) ?? freeRow(plan, rows, layers, step)
    rows.of[step] = row
    const cell = `${row} ${plan.steps[step]!.lane}`
    rows.held.set(cell, (rows.held.get(cell) ?? 0) + 1)
    const layer = layers[step]!
    rows.reached[layer] = Math.max(rows.reached[layer] ?? 0, row)
  }
  return withoutGaps(rows.of)
}

const before = (plan: Plan, step: number): number[] =>
  plan.entries[step]!.filter((line) => !plan.flowlines[line]!.return)

function freeRow(plan: Plan, rows: Rows, layers: readonly number[], step: number): number {
  const entries = before(plan, step)
  let row = Math.max(0, ...entries.map((line) => rows.of[plan.flowlines[line]!.from]! + 1))
  if (entries.length === 0) {
    // A further start step keeps its layer, near the step that it leads to, instead of row 0.
    const layer = layers[step]!
    row = layer === 0 ? 0 : (rows.reached[layer - 1] ?? -1) + 1
  }
  const lane = plan.steps[step]!.lane
  // What a person drew beside a step may widen the lane.
  const room = drawnBeside(plan, step) === null ? most[plan.view] : widest[plan.view]
  while ((rows.held.get(`${row} ${lane}`) ?? 0) >= room) row++
  return row
}

/** The row of the step before, if a level arrow can be drawn from there; else null. */
function levelRow(plan: Plan, rows: Rows, choices: RowChoices, step: number): number | null {
  const entries = before(plan, step)
  const row = Math.max(-1, ...entries.map((line) => rows.of[plan.flowlines[line]!.from]!))
  const last = entries.filter((line) => rows.of[plan.flowlines[line]!.from] === row)
  const line = last[0]
  if (line === undefined || last.length > 1) return null
  const from = plan.flowlines[line]!.from
  // The ways of 并行 leave a bar below their step and reach one above.
  if (hasBar(plan.steps[from]!, 'fork') || hasBar(plan.steps[step]!, 'join')) return null
  const lanes = [plan.steps[from]!.lane, plan.steps[step]!.lane] as const
  const side =
    lanes[0] === lanes[1] ? sideBeside(plan, rows, choices, line) : sideAcross(rows, row, from, lanes)
  if (side === null) return null
  rows.sides.add(`${from} ${side}`)
  rows.sides.add(`${step} ${side === 'right' ? 'left' : 'right'}`)
  return row
}

type Side = 'left' | 'right'

/** Within a lane only a side exit of a branching step is level: the main path runs down. */
function sideBeside(plan: Plan, rows: Rows, { main, sides }: RowChoices, line: number): Side | null {
  if (sides === 'below') return null
  const { from, to, side: wanted } = plan.flowlines[line]!
  if (isDrawnBeside(plan, line)) return rows.sides.has(`${from} ${wanted}`) ? null : wanted
  // What a person drew beside it changes nothing for the other exits.
  const exits = plan.exits[from]!.filter(
    (exit) => !plan.flowlines[exit]!.return && !isDrawnBeside(plan, exit),
  )
  if (main[from] === line || exits.length < 2) return null
  const isException = exits.some((exit) => branchPolarity(plan.flowlines[exit]!.text) !== 0)
  // Branches of equal rank stand side by side under their decision.
  if (!isException && exits.length > 2) return null
  const row = rows.of[from]!
  const lane = plan.steps[to]!.lane
  if ((rows.held.get(`${row} ${lane}`) ?? 0) >= widest[plan.view]) return null
  const free = (['right', 'left'] as const).filter((side) => !rows.sides.has(`${from} ${side}`))
  return free[0] ?? null
}

function sideAcross(rows: Rows, row: number, from: number, lanes: readonly [number, number]): Side | null {
  const side = lanes[1] > lanes[0] ? 'right' : 'left'
  if (rows.sides.has(`${from} ${side}`)) return null
  const toward = lanes[1] > lanes[0] ? 1 : -1
  const between: string[] = []
  for (let lane = lanes[0] + toward; lane !== lanes[1] + toward; lane += toward)
    between.push(`${row} ${lane}`)
  if (between.some((cell) => (rows.held.get(cell) ?? 0) > 0)) return null
  for (const cell of between.slice(0, -1)) rows.held.set(cell, Infinity)
  return side
}

function withoutGaps(rows: Int32Array): readonly number[] {
  const used = [...new Set(rows)].sort((a, b) => a - b)
  const at = new Map(used.map((row, index) => [row, index]))
  return Array.from(rows, (row) => at.get(row)!)
}
