/**
 * Assigns sub-columns within each lane. The main path takes column 0 of its lane; each branch
 * is placed as a whole in the cheapest column that is free over its rows. Greedy, in the order
 * of the chart, so that adding a step changes the drawing little.
 */
import type { Plan } from '../planning/plan.ts'
import { drawnBeside, isDrawnBeside } from './drawnBeside.ts'

interface Cells {
  readonly column: Int32Array
  /** `lane row column` of every step that has its place. */
  readonly taken: Set<string>
  /** The same of the cells that a straight flowline of the main path runs through. */
  readonly passed: Set<string>
  /** By lane: the columns in use. */
  readonly used: readonly Set<number>[]
  /** The same of the columns that only steps use which a person drew there: they draw no others after them. */
  readonly wanted: readonly Set<number>[]
}

const newColumn = { flow: 1.6, lanes: 2.2, columns: 3 } as const

export function columnsOf(
  plan: Plan,
  order: readonly number[],
  rows: readonly number[],
  main: readonly (number | null)[],
): readonly number[] {
  const cells: Cells = {
    column: new Int32Array(plan.steps.length),
    taken: new Set(),
    passed: new Set(),
    used: plan.lanes.map(() => new Set<number>()),
    wanted: plan.lanes.map(() => new Set<number>()),
  }
  const placed = new Uint8Array(plan.steps.length)
  const chainFrom = (first: number): number[] => {
    const chain: number[] = []
    let step: number | null = first
    while (step !== null && placed[step] === 0) {
      // A step that was drawn beside another stands by that one.
      if (step !== first && drawnBeside(plan, step) !== null) break
      placed[step] = 1
      chain.push(step)
      const exit: number | null = main[step] ?? null
      step = exit === null ? null : plan.flowlines[exit]!.to
    }
    return chain
  }
  const take = (first: number, exit: number | null): void => {
    if (placed[first] === 1) return
    let before = exit === null ? null : plan.flowlines[exit]!.from
    let side = exit !== null && isDrawnBeside(plan, exit) ? plan.flowlines[exit]!.side : null
    for (const run of runsByLane(plan, chainFrom(first))) {
      placeRun(plan, rows, cells, { run, before, side })
      before = run[run.length - 1]!
      side = null
    }
  }
  const reading = [...order].sort((a, b) => rows[a]! - rows[b]! || a - b)
  const placeFirst = (step: number): void => {
    const drawn = drawnBeside(plan, step)
    if (drawn !== null && placed[plan.flowlines[drawn]!.from] === 0) placeFirst(plan.flowlines[drawn]!.from)
    take(step, drawn)
  }
  for (const step of reading) {
    placeFirst(step)
    for (const exit of plan.exits[step]!) {
      const { to } = plan.flowlines[exit]!
      if ((drawnBeside(plan, to) ?? exit) === exit) take(to, exit)
    }
  }
  return Array.from(cells.column)
}

function runsByLane(plan: Plan, chain: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const step of chain) {
    const run = runs[runs.length - 1]
    if (run && plan.steps[run[0]!]!.lane === plan.steps[step]!.lane) run.push(step)
    else runs.push([step])
  }
  return runs
}

interface Run {
  readonly run: readonly number[]
  /** The step that it follows. */
  readonly before: number | null
  /** On which side of that one a person drew it. */
  readonly side: 'left' | 'right' | null
}

function placeRun(plan: Plan, rows: readonly number[], cells: Cells, { run, before, side }: Run): void {
  const lane = plan.steps[run[0]!]!.lane
  const used = [0, ...cells.used[lane]!, ...cells.wanted[lane]!]
  const low = Math.min(...used) - 1
  const high = Math.max(...used) + 1
  let best = { column: side === 'left' ? low : high, cost: Infinity }
  for (let column = low; column <= high; column++) {
    if (side !== null && !isOnSide(column, cells.column[before!]!, side)) continue
    const cost = runCost(plan, rows, cells, { run, lane, before, column })
    if (cost < best.cost) best = { column, cost }
  }
  cells[side === null ? 'used' : 'wanted'][lane]!.add(best.column)
  for (const [at, step] of run.entries()) {
    cells.column[step] = best.column
    cells.taken.add(`${lane} ${rows[step]!} ${best.column}`)
    const next = run[at + 1]
    if (next === undefined) continue
    for (let row = rows[step]! + 1; row < rows[next]!; row++)
      cells.passed.add(`${lane} ${row} ${best.column}`)
  }
}

const isOnSide = (column: number, of: number, side: 'left' | 'right'): boolean =>
  side === 'left' ? column < of : column > of

interface Candidate {
  readonly run: readonly number[]
  readonly lane: number
  readonly before: number | null
  readonly column: number
}

function runCost(plan: Plan, rows: readonly number[], cells: Cells, candidate: Candidate): number {
  const { run, lane, before, column } = candidate
  if (run.some((step) => cells.taken.has(`${lane} ${rows[step]!} ${column}`))) return Infinity
  let cost = cells.used[lane]!.has(column) ? 0 : newColumn[plan.view]
  cost += 2 * run.filter((step) => cells.passed.has(`${lane} ${rows[step]!} ${column}`)).length
  // Tie-break: prefer the right side.
  if (column < 0) cost += 0.3
  if (before === null || plan.steps[before]!.lane !== lane) return cost + 0.5 * Math.abs(column)
  const anchor = cells.column[before]!
  cost += Math.abs(column - anchor)
  if (rows[run[0]!] !== rows[before]) return cost
  const toward = column > anchor ? 1 : -1
  for (let at = anchor + toward; at !== column; at += toward) {
    if (cells.taken.has(`${lane} ${rows[before]!} ${at}`)) cost += 6
  }
  return cost
}
