/**
 * Assigns each label a grid cell beside its own flowline, as near to the start of the flowline
 * as possible. Cells are empty, so a label that is alone in its cell overlaps nothing; the
 * solver makes room for it later.
 */
import type { Bar, Bars } from './bars.ts'
import type { RoutingGrid } from '../routing/grid.ts'
import type { Plan } from '../planning/plan.ts'

export interface LabelCell {
  readonly flowline: number
  readonly bar: Bar
  /** Right of a vertical bar and above a level one, or the other side. */
  readonly side: 'right' | 'left' | 'above' | 'below'
  /** Along the bar: between this grid line and the next. */
  readonly cell: number
  /** Whether the flowline runs towards the high end of the bar. */
  readonly onward: boolean
  /** Corners of its flowline that the label must not hang over: bars across the ends of the bar. */
  readonly ends: readonly (Bar | null)[]
}

export function labelCells(plan: Plan, grid: RoutingGrid, bars: Bars): LabelCell[] {
  const taken = new Set<string>()
  const cells: LabelCell[] = []
  for (const [index, line] of plan.flowlines.entries()) {
    if (!line.label) continue
    const cell = candidates(grid, bars, index).find((candidate) => isFree(grid, bars, taken, candidate))
    if (!cell) continue
    taken.add(keyOf(cell))
    cells.push(cell)
  }
  return cells
}

const keyOf = ({ bar, side, cell }: LabelCell): string => `${bar.vertical} ${bar.line} ${side} ${cell}`

function* cellsAlong(from: number, to: number): Generator<number> {
  if (from < to) for (let cell = from; cell < to; cell++) yield cell
  else for (let cell = from - 1; cell >= to; cell--) yield cell
}

/** In order of preference: the piece that leaves the step first, from the step on. */
function candidates(grid: RoutingGrid, bars: Bars, flowline: number): LabelCell[] {
  const { bars: own, corners } = bars.routes[flowline]!
  const found: LabelCell[] = []
  for (const [at, bar] of own.entries()) {
    const along = (corner: number): number =>
      bar.vertical ? Math.floor(corners[corner]! / grid.width) : corners[corner]! % grid.width
    const [start, end] = [along(at), along(at + 1)]
    const sides = bar.vertical ? (['right', 'left'] as const) : (['above', 'below'] as const)
    const ends = [own[at - 1] ?? null, own[at + 1] ?? null]
    for (const cell of cellsAlong(start, end)) {
      for (const side of sides) found.push({ flowline, bar, side, cell, onward: start < end, ends })
    }
  }
  return found
}

function isFree(grid: RoutingGrid, bars: Bars, taken: ReadonlySet<string>, candidate: LabelCell): boolean {
  if (taken.has(keyOf(candidate))) return false
  const { bar, side, cell } = candidate
  if (!bar.vertical) {
    if (betweenSameColumn(grid, bars, candidate)) return false
    if (!coversNextLine(grid, candidate)) return true
    const neighbour = side === 'above' ? bar.line - 1 : bar.line + 1
    return !bars.all.some(
      (other) => !other.vertical && other.line === neighbour && other.from <= cell + 1 && other.to >= cell,
    )
  }
  const row = grid.yLines[cell]!.band
  if (row >= 0 && grid.yLines[cell + 1]!.band === row) return false
  return !besideSameColumn(grid, bars, bar, side === 'right' ? 1 : -1, cell)
}

/** Beside the middle of a row the next line is nearer than a label is high. */
export function coversNextLine(grid: RoutingGrid, { bar, side }: Pick<LabelCell, 'bar' | 'side'>): boolean {
  const { band } = grid.yLines[bar.line]!
  return band >= 0 && grid.yLines[side === 'above' ? bar.line - 1 : bar.line + 1]?.band === band
}

/** Over a level bar it is the same: no room can be made between two bars that are fixed to one column. */
function betweenSameColumn(grid: RoutingGrid, bars: Bars, { bar, side, cell }: LabelCell): boolean {
  const column = grid.xLines[cell]!.band
  if (column < 0 || grid.xLines[cell + 1]!.band !== column) return false
  const [from, to] = side === 'above' ? [bar.line - 1, bar.line] : [bar.line, bar.line + 1]
  const beside = bars.all.filter(
    (other) =>
      other.vertical && grid.xLines[other.line]!.band === column && other.from <= to && other.to >= from,
  )
  return beside.some((other) => other.line <= cell) && beside.some((other) => other.line > cell)
}

/**
 * False where the bars on both sides of the cell are fixed to the same column: the solver
 * could not make room between them.
 */
function besideSameColumn(grid: RoutingGrid, bars: Bars, bar: Bar, toward: 1 | -1, cell: number): boolean {
  const column = grid.xLines[bar.line]!.band
  if (column < 0) return false
  return bars.all.some((other) => {
    if (!other.vertical || other === bar || (other.line - bar.line) * toward <= 0) return false
    return grid.xLines[other.line]!.band === column && other.from <= cell + 1 && other.to >= cell
  })
}
