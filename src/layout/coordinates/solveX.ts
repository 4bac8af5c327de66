/**
 * Solves all x coordinates: columns, lane borders, vertical bars, and labels above horizontal
 * bars. Pieces that share a row or a track keep their order and distance; other pieces may use
 * the same x range.
 */
import type { Bar, Bars } from './bars.ts'
import type { RoutingGrid } from '../routing/grid.ts'
import { coversNextLine, type LabelCell } from './labelCells.ts'
import { distancesOf, type Piece } from './distancesOf.ts'
import type { Plan } from '../planning/plan.ts'
import { pack, relax, type Distance, type Preference } from './solver.ts'
import { spacing } from '../spacing.ts'

export interface SolvedX {
  readonly columns: readonly number[]
  /** One more than there are lanes. */
  readonly borders: readonly number[]
  readonly bars: ReadonlyMap<Bar, number>
  /** By flowline: the left side of its label. */
  readonly labels: ReadonlyMap<number, number>
}

interface Variables {
  readonly count: number
  readonly border: (index: number) => number
  readonly bar: ReadonlyMap<Bar, { readonly variable: number; readonly offset: number }>
  readonly label: ReadonlyMap<number, number>
}

export interface Sketch {
  readonly plan: Plan
  readonly grid: RoutingGrid
  readonly bars: Bars
  readonly cells: readonly LabelCell[]
}

export function solveX(sketch: Sketch, laneWidth: (lane: number) => number): SolvedX {
  const { grid, plan } = sketch
  const variables = variablesOf(sketch)
  const pieces = [
    ...borderPieces(sketch, variables),
    ...stepPieces(sketch),
    ...barPieces(variables),
    ...labelPieces(sketch, variables),
  ]
  const distances: Distance[] = [...distancesOf('x', pieces, 2 * grid.height), ...columnDistances(sketch)]
  for (let lane = 0; lane < plan.lanes.length; lane++) {
    distances.push({
      before: variables.border(lane),
      after: variables.border(lane + 1),
      least: laneWidth(lane),
    })
  }
  const at = relax(pack(variables.count, distances), distances, wishesOf(sketch, variables), 8)
  const bars = new Map<Bar, number>()
  for (const [bar, { variable, offset }] of variables.bar) bars.set(bar, at[variable]! + offset)
  const labels = new Map<number, number>()
  for (const cell of sketch.cells) labels.set(cell.flowline, labelLeft(plan, cell, variables, bars, at))
  return {
    columns: grid.columns.map((_, column) => at[column]!),
    borders: Array.from({ length: plan.lanes.length + 1 }, (_, index) => at[variables.border(index)]!),
    bars,
    labels,
  }
}

function labelLeft(
  plan: Plan,
  cell: LabelCell,
  variables: Variables,
  bars: ReadonlyMap<Bar, number>,
  at: Float64Array,
): number {
  if (!cell.bar.vertical) return at[variables.label.get(cell.flowline)!]!
  const x = bars.get(cell.bar)!
  if (cell.side === 'right') return x + spacing.label
  return x - spacing.label - plan.flowlines[cell.flowline]!.label!.width
}

function variablesOf({ plan, grid, bars, cells }: Sketch): Variables {
  let count = grid.columns.length
  const border = count
  count += plan.lanes.length + 1
  const bar = new Map<Bar, { variable: number; offset: number }>()
  for (const one of bars.all) {
    if (!one.vertical) continue
    bar.set(
      one,
      one.band >= 0 ? { variable: one.band, offset: one.offset } : { variable: count++, offset: 0 },
    )
  }
  const label = new Map<number, number>()
  for (const cell of cells) if (!cell.bar.vertical) label.set(cell.flowline, count++)
  return { count, border: (index) => border + index, bar, label }
}

function borderPieces({ plan, grid }: Sketch, variables: Variables): Piece[] {
  return Array.from({ length: plan.lanes.length + 1 }, (_, index): Piece => {
    const first = grid.xLines.findIndex((line) => line.lane >= index)
    return {
      kind: 'border',
      variable: variables.border(index),
      low: 0,
      high: 0,
      key: (first < 0 ? grid.width : first) - 0.5,
      from: 0,
      to: 2 * grid.height - 1,
      steps: [],
    }
  })
}

/** The lines of the grid that a step stands on: three of its row, its middle in x. */
export function middleOf(grid: RoutingGrid, step: number): { x: number; y: number } {
  const x = grid.columns[grid.columnOf[step]!]!.middle
  const y = grid.yLines.findIndex((line) => line.band === grid.rowOf[step]) + 1
  return { x, y }
}

function stepPieces({ plan, grid }: Sketch): Piece[] {
  const rowLine = new Map<number, number>()
  for (const [y, line] of grid.yLines.entries())
    if (line.offset === 0 && line.band >= 0) rowLine.set(line.band, y)
  return plan.steps.map((step, index) => {
    const y = rowLine.get(grid.rowOf[index]!)!
    const column = grid.columnOf[index]!
    return {
      kind: 'step',
      variable: column,
      low: -step.width / 2,
      high: step.width / 2,
      key: grid.columns[column]!.middle,
      from: 2 * (y - 1),
      to: 2 * (y + 1),
      steps: [index],
    }
  })
}

function barPieces(variables: Variables): Piece[] {
  const found: Piece[] = []
  for (const [bar, { variable, offset }] of variables.bar) {
    // At a step the bar ends on its outline, outside the bands of the step.
    const from = 2 * bar.from + (bar.lowStep >= 0 ? 1 : 0)
    const to = 2 * bar.to - (bar.highStep >= 0 ? 1 : 0)
    found.push({ kind: 'bar', variable, low: offset, high: offset, key: bar.line, from, to, steps: [] })
  }
  return found
}

function labelPieces({ plan, grid, cells }: Sketch, variables: Variables): Piece[] {
  return cells.map((cell): Piece => {
    const line = plan.flowlines[cell.flowline]!
    const { width } = line.label!
    const steps = [line.from, line.to]
    const { bar } = cell
    if (bar.vertical) {
      const { variable, offset } = variables.bar.get(bar)!
      const low = cell.side === 'right' ? offset + spacing.label : offset - spacing.label - width
      const key = bar.line + (cell.side === 'right' ? 0.3 : -0.3)
      const band = 2 * cell.cell + 1
      return { kind: 'label', variable, low, high: low + width, key, from: band, to: band, steps }
    }
    const [from, to] = levelBands(grid, cell)
    const variable = variables.label.get(cell.flowline)!
    // The risk mark of a step hangs over its upper right corner, where such a label would begin.
    const mark = cell.onward && plan.steps[line.from]!.kind !== 'decision' ? spacing.mark : 0
    return { kind: 'label', variable, low: -mark, high: width, key: cell.cell + 0.5, from, to, steps }
  })
}

/** A label over the middle of a row also covers the line next to it, and the cell behind. */
function levelBands(grid: RoutingGrid, cell: LabelCell): readonly [number, number] {
  const toward = cell.side === 'above' ? -1 : 1
  // On a row it is fixed beside the steps of that row: so it covers the row itself too.
  const near = 2 * cell.bar.line + (cell.bar.band >= 0 ? 0 : toward)
  const far = 2 * cell.bar.line + (coversNextLine(grid, cell) ? 3 : 1) * toward
  return [Math.max(0, Math.min(near, far)), Math.min(2 * grid.height - 1, Math.max(near, far))]
}

/**
 * Columns keep their distance over the whole height, even where they share no row, so that
 * steps stay aligned.
 */
function columnDistances({ plan, grid }: Sketch): Distance[] {
  const half = grid.columns.map((_, column) =>
    Math.max(...plan.steps.map((step, index) => (grid.columnOf[index] === column ? step.width / 2 : 0))),
  )
  return half.slice(1).map((width, column) => ({
    before: column,
    after: column + 1,
    least: half[column]! + width + spacing.steps,
  }))
}

function wishesOf(sketch: Sketch, variables: Variables): Map<number, Preference> {
  const { grid, cells, bars } = sketch
  const wishes = new Map<number, Preference>()
  for (let column = grid.columns.length - 1; column >= 0; column--) {
    const { lane } = grid.columns[column]!
    const sameLane = [...grid.columns.keys()].filter((other) => grid.columns[other]!.lane === lane)
    const [first, last] = [sameLane[0]!, sameLane[sameLane.length - 1]!]
    const [left, right] = [variables.border(lane), variables.border(lane + 1)]
    wishes.set(column, (_, at) => at[column]! + (at[left]! + at[right]! - at[first]! - at[last]!) / 2)
  }
  const branchSides = branchSidesOf(bars)
  for (const [bar, { variable }] of variables.bar) {
    if (bar.band >= 0) continue
    wishes.set(variable, betweenWish(branchSides.get(bar) ?? 0))
  }
  for (const cell of cells) {
    const variable = variables.label.get(cell.flowline)
    if (variable !== undefined) wishes.set(variable, ({ low, high }) => (cell.onward ? low : high))
  }
  return wishes
}

/**
 * The preferred position of a bar between its neighbours: near the low side for a negative
 * `branchSide`, near the high side for a positive one, in the middle for 0.
 */
export function betweenWish(branchSide: number): Preference {
  return ({ low, high }) => {
    if (branchSide < 0) return Number.isFinite(low) ? low : high
    if (branchSide > 0) return Number.isFinite(high) ? high : low
    if (Number.isFinite(low) && Number.isFinite(high)) return (low + high) / 2
    return Number.isFinite(low) ? low : high
  }
}

/**
 * By bar: -1 if all bars that meet it lead to the low side, 1 if all lead to the high side, 0
 * if both occur.
 */
export function branchSidesOf(bars: Bars): ReadonlyMap<Bar, number> {
  const sides = new Map<Bar, { low: boolean; high: boolean }>()
  for (const { bars: own } of bars.routes) {
    for (const [at, bar] of own.entries()) {
      const known = sides.get(bar) ?? { low: false, high: false }
      for (const other of [own[at - 1], own[at + 1]]) {
        if (!other) continue
        if (other.from < bar.line) known.low = true
        if (other.to > bar.line) known.high = true
      }
      sides.set(bar, known)
    }
  }
  return new Map([...sides].map(([bar, { low, high }]) => [bar, low === high ? 0 : low ? -1 : 1]))
}
