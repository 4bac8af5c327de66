/**
 * Solves all y coordinates after all x are known. Pieces above one another keep their order
 * and distance.
 */
import { betweenWish, branchSidesOf, middleOf, type SolvedX, type Sketch } from './solveX.ts'
import type { Bar } from './bars.ts'
import { coversNextLine, type LabelCell } from './labelCells.ts'
import { distancesOf, type Piece } from './distancesOf.ts'
import { pack, relax, type Distance, type Preference } from './solver.ts'
import type { Plan } from '../planning/plan.ts'
import { spacing } from '../spacing.ts'

export interface SolvedY {
  readonly rows: readonly number[]
  readonly bars: ReadonlyMap<Bar, number>
  /** By flowline: the upper side of its label. */
  readonly labels: ReadonlyMap<number, number>
  readonly height: number
}

interface Variables {
  readonly count: number
  readonly top: number
  readonly bottom: number
  readonly bar: ReadonlyMap<Bar, { readonly variable: number; readonly offset: number }>
  readonly label: ReadonlyMap<number, number>
}

/** A piece before its stretch in x has become bands. */
type Spread = Omit<Piece, 'from' | 'to'> & { readonly left: number; readonly right: number }

export function solveY(sketch: Sketch, xs: SolvedX, rowHeights: readonly number[]): SolvedY {
  const variables = variablesOf(sketch, rowHeights.length)
  const spread = [
    ...stepPieces(sketch, xs),
    ...barPieces(sketch, xs, variables),
    ...labelPieces(sketch, xs, variables),
  ]
  const { pieces, bands } = banded(spread, variables)
  const distances = [
    ...distancesOf('y', pieces, bands),
    ...rowDistances(rowHeights, variables),
    ...labelEnds(sketch, variables),
  ]
  const at = relax(pack(variables.count, distances), distances, wishesOf(sketch, variables), 6)
  const bars = new Map<Bar, number>()
  for (const [bar, { variable, offset }] of variables.bar) bars.set(bar, at[variable]! + offset)
  const labels = new Map<number, number>()
  for (const cell of sketch.cells) {
    const own = variables.label.get(cell.flowline)
    const y = own === undefined ? bars.get(cell.bar)! + overBar(sketch.plan, cell) : at[own]!
    labels.set(cell.flowline, y)
  }
  return { rows: rowHeights.map((_, row) => at[row]!), bars, labels, height: at[variables.bottom]! }
}

const overBar = (plan: Plan, cell: LabelCell): number =>
  cell.side === 'above' ? -spacing.label - plan.flowlines[cell.flowline]!.label!.height : spacing.label

function variablesOf({ bars, cells }: Sketch, rows: number): Variables {
  let count = rows + 2
  const bar = new Map<Bar, { variable: number; offset: number }>()
  for (const one of bars.all) {
    if (one.vertical) continue
    bar.set(
      one,
      one.band >= 0 ? { variable: one.band, offset: one.offset } : { variable: count++, offset: 0 },
    )
  }
  const label = new Map<number, number>()
  for (const cell of cells) if (cell.bar.vertical) label.set(cell.flowline, count++)
  return { count, top: rows, bottom: rows + 1, bar, label }
}

function stepPieces({ plan, grid }: Sketch, xs: SolvedX): Spread[] {
  return plan.steps.map((step, index) => {
    const x = xs.columns[grid.columnOf[index]!]!
    return {
      kind: 'step',
      variable: grid.rowOf[index]!,
      low: -step.height / 2,
      high: step.height / 2,
      key: 2 * middleOf(grid, index).y,
      left: x - step.width / 2 - 2,
      right: x + step.width / 2 + 2,
      steps: [index],
    }
  })
}

function barPieces(sketch: Sketch, xs: SolvedX, variables: Variables): Spread[] {
  const ends = barEnds(sketch, xs)
  const found: Spread[] = []
  for (const [bar, { variable, offset }] of variables.bar) {
    const [left, right] = ends.get(bar)!
    found.push({
      kind: 'bar',
      variable,
      low: offset,
      high: offset,
      key: 2 * bar.line,
      // At a step the bar ends on the outline; elsewhere it turns, and the turn needs 10 units of
      // free space.
      left: left - (bar.lowStep >= 0 ? 0 : 10),
      right: right + (bar.highStep >= 0 ? 0 : 10),
      steps: [],
    })
  }
  return found
}

/** From where to where the level bars run: from the bars across them and the steps they meet. */
function barEnds({ plan, grid, bars }: Sketch, xs: SolvedX): Map<Bar, [number, number]> {
  const ends = new Map<Bar, [number, number]>()
  const reach = (bar: Bar, x: number): void => {
    const known = ends.get(bar) ?? [Infinity, -Infinity]
    ends.set(bar, [Math.min(known[0], x), Math.max(known[1], x)])
  }
  for (const { bars: own } of bars.routes) {
    for (const [at, bar] of own.entries()) {
      if (bar.vertical) continue
      for (const other of [own[at - 1], own[at + 1]]) if (other) reach(bar, xs.bars.get(other)!)
      for (const [step, side] of [
        [bar.lowStep, 1],
        [bar.highStep, -1],
      ] as const) {
        if (step >= 0) reach(bar, xs.columns[grid.columnOf[step]!]! + (side * plan.steps[step]!.width) / 2)
      }
    }
  }
  return ends
}

function labelPieces({ plan, cells, grid }: Sketch, xs: SolvedX, variables: Variables): Spread[] {
  return cells.map((cell): Spread => {
    const line = plan.flowlines[cell.flowline]!
    const { width, height } = line.label!
    const left = xs.labels.get(cell.flowline)! - 3
    const shape = { kind: 'label' as const, left, right: left + width + 6, steps: [line.from, line.to] }
    const own = variables.label.get(cell.flowline)
    if (own !== undefined) return { ...shape, variable: own, low: 0, high: height, key: 2 * cell.cell + 1 }
    const { variable, offset } = variables.bar.get(cell.bar)!
    const low = offset + overBar(plan, cell)
    // Over the middle of a row it lies beyond the next line too.
    const away = coversNextLine(grid, cell) ? 2.5 : 0.5
    const key = 2 * cell.bar.line + (cell.side === 'above' ? -away : away)
    return { ...shape, variable, low, high: low + height, key }
  })
}

function banded(spread: readonly Spread[], variables: Variables): { pieces: Piece[]; bands: number } {
  const stops = [...new Set(spread.flatMap(({ left, right }) => [left, right]))].sort((a, b) => a - b)
  const bandOf = new Map(stops.map((x, band) => [x, band]))
  const bands = Math.max(1, stops.length)
  const frame = { low: 0, high: 0, kind: 'border' as const, from: 0, to: bands - 1, steps: [] }
  const pieces = spread.map(({ left, right, ...piece }): Piece => {
    return { ...piece, from: bandOf.get(left)!, to: bandOf.get(right)! }
  })
  pieces.unshift({ ...frame, variable: variables.top, key: -Infinity })
  pieces.push({ ...frame, variable: variables.bottom, key: Infinity })
  return { pieces, bands }
}

function rowDistances(heights: readonly number[], variables: Variables): Distance[] {
  const found: Distance[] = []
  for (const [row, height] of heights.entries()) {
    if (row === 0) {
      found.push({ before: variables.top, after: 0, least: height / 2 + spacing.lanePad })
      continue
    }
    const least = (heights[row - 1]! + height) / 2 + spacing.rows
    found.push({ before: row - 1, after: row, least })
  }
  const last = heights.length - 1
  if (last >= 0)
    found.push({ before: last, after: variables.bottom, least: heights[last]! / 2 + spacing.lanePad })
  return found
}

/** A label beside a bar does not hang over the corners of its own flowline. */
function labelEnds({ plan, cells }: Sketch, variables: Variables): Distance[] {
  const found: Distance[] = []
  for (const cell of cells) {
    const own = variables.label.get(cell.flowline)
    if (own === undefined) continue
    const [start, end] = cell.ends
    const { height } = plan.flowlines[cell.flowline]!.label!
    const above = variables.bar.get((cell.onward ? start : end) as Bar)
    const below = variables.bar.get((cell.onward ? end : start) as Bar)
    if (above) found.push({ before: above.variable, after: own, least: above.offset + 3 })
    if (below) found.push({ before: own, after: below.variable, least: height + 3 - below.offset })
  }
  return found
}

function wishesOf({ bars, cells }: Sketch, variables: Variables): Map<number, Preference> {
  const wishes = new Map<number, Preference>()
  const branchSides = branchSidesOf(bars)
  for (const [bar, { variable }] of variables.bar) {
    if (bar.band < 0) wishes.set(variable, betweenWish(branchSides.get(bar) ?? 0))
  }
  for (const cell of cells) {
    const own = variables.label.get(cell.flowline)
    if (own !== undefined) wishes.set(own, ({ low, high }) => (cell.onward ? low : high))
  }
  return wishes
}
