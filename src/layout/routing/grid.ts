/**
 * The grid on which flowlines are drawn before anything has a coordinate: lines in x
 * through the columns (the middle and places beside it) and tracks in the channels
 * between them, and the same in y for the rows. A route is a way over its points, and
 * since each piece of the grid belongs to one flowline, two can never lie on each other.
 * The coordinates kept here are rough: they only tell the router what is far.
 */
import type { Placement } from '../placing/placement.ts'
import { hasAside, reachAlong, type Plan, type PlannedStep } from '../planning/plan.ts'
import { spacing } from '../spacing.ts'

/** 0 north, 1 east, 2 south, 3 west. */
export type Direction = 0 | 1 | 2 | 3

interface GridLine {
  /** The column (row) it runs through, or -1 for a track of a channel. */
  readonly band: number
  /** From the middle of the column (row). */
  readonly offset: number
  readonly lane: number
  /** Paid by a flowline that turns onto it: the middle of a channel leaves room at both sides. */
  readonly bias: number
}

export interface Port {
  readonly point: number
  /** Pointing away from the step. */
  readonly direction: Direction
  /** 0 in the middle of the side. */
  readonly slot: number
}

/** What the router needs to know of a grid. */
export interface Lattice {
  readonly width: number
  readonly height: number
  readonly xs: Float64Array
  readonly ys: Float64Array
  readonly xLines: readonly Pick<GridLine, 'bias'>[]
  readonly yLines: readonly Pick<GridLine, 'bias'>[]
  /** Points inside a step. */
  readonly blocked: Uint8Array
}

export interface RoutingGrid extends Lattice {
  readonly xLines: readonly GridLine[]
  readonly yLines: readonly GridLine[]
  readonly ports: readonly (readonly Port[])[]
  readonly columns: readonly GridColumn[]
  /** By step: its column, counted over all lanes. */
  readonly columnOf: readonly number[]
  readonly rowOf: readonly number[]
}

interface GridColumn {
  readonly lane: number
  /** The line through its middle. */
  readonly middle: number
}

export interface Roominess {
  readonly tracks: number
  readonly slots: number
}

export function gridOf(plan: Plan, placement: Placement, room: Roominess): RoutingGrid {
  const { columns, columnOf } = columnsAcross(plan, placement)
  const rowCount = 1 + Math.max(-1, ...placement.rows)
  const xLines: GridLine[] = []
  const yLines: GridLine[] = []
  const middles: number[] = []
  const addTracks = (lines: GridLine[], lane: number): void => {
    for (let track = 0; track < room.tracks; track++) {
      lines.push({ band: -1, offset: 0, lane, bias: 2 * Math.abs(track - (room.tracks - 1) / 2) })
    }
  }
  const addBand = (lines: GridLine[], band: number, lane: number, slots: number, pitch: number): void => {
    for (let slot = -slots; slot <= slots; slot++) {
      lines.push({ band, offset: slot * pitch, lane, bias: slot === 0 ? 0 : 16 + 6 * Math.abs(slot) })
    }
  }
  for (const [index, column] of columns.entries()) {
    if (columns[index - 1]?.lane !== column.lane) addTracks(xLines, column.lane)
    middles.push(xLines.length + room.slots)
    addBand(xLines, index, column.lane, room.slots, spacing.port)
    addTracks(xLines, column.lane)
  }
  addTracks(yLines, 0)
  for (let row = 0; row < rowCount; row++) {
    addBand(yLines, row, 0, 1, spacing.parallel)
    addTracks(yLines, 0)
  }
  const widths = columns.map((_, index) => largest(plan.steps, (step) => columnOf[step] === index, 'width'))
  const heights = Array.from({ length: rowCount }, (_, row) =>
    largest(plan.steps, (step) => placement.rows[step] === row, 'height'),
  )
  const bare = {
    width: xLines.length,
    height: yLines.length,
    xs: roughly(xLines, widths),
    ys: roughly(yLines, heights),
    xLines,
    yLines,
    columns: columns.map((column, index) => ({ lane: column.lane, middle: middles[index]! })),
    columnOf,
    rowOf: placement.rows,
  }
  return { ...bare, ...stepsOn(plan, bare, room) }
}

function largest(
  steps: readonly PlannedStep[],
  counts: (step: number) => boolean,
  side: 'width' | 'height',
): number {
  let most = 0
  for (const [index, step] of steps.entries()) if (counts(index)) most = Math.max(most, step[side])
  return most
}

function columnsAcross(
  plan: Plan,
  placement: Placement,
): { columns: { lane: number; column: number }[]; columnOf: number[] } {
  const keys = new Map<string, { lane: number; column: number }>()
  for (const [index, step] of plan.steps.entries()) {
    const column = placement.columns[index]!
    keys.set(`${step.lane} ${column}`, { lane: step.lane, column })
  }
  const columns = [...keys.values()].sort((a, b) => a.lane - b.lane || a.column - b.column)
  const at = new Map(columns.map(({ lane, column }, index) => [`${lane} ${column}`, index]))
  const columnOf = plan.steps.map((step, index) => at.get(`${step.lane} ${placement.columns[index]!}`)!)
  return { columns, columnOf }
}

/** Tracks add little to the estimate: most stay unused and take no room in the end. */
function roughly(lines: readonly GridLine[], sizes: readonly number[]): Float64Array {
  const at = new Float64Array(lines.length)
  let edge = 0
  let lastBand = -1
  for (const [index, line] of lines.entries()) {
    if (line.band < 0) {
      if (lastBand >= 0) edge += sizes[lastBand]! / 2 + spacing.clear
      edge += 4
      at[index] = edge
    } else {
      if (lastBand !== line.band) edge += spacing.clear + sizes[line.band]! / 2
      at[index] = edge + line.offset
    }
    lastBand = line.band
  }
  return at
}

type BareGrid = Omit<RoutingGrid, 'blocked' | 'ports'>

function stepsOn(plan: Plan, grid: BareGrid, room: Roominess): Pick<RoutingGrid, 'blocked' | 'ports'> {
  const blocked = new Uint8Array(grid.width * grid.height)
  const firstRow = grid.yLines.findIndex((line) => line.band === 0)
  const ports = plan.steps.map((step, index): Port[] => {
    const x = grid.columns[grid.columnOf[index]!]!.middle
    const y = firstRow + 1 + grid.rowOf[index]! * (3 + room.tracks)
    for (let dx = -room.slots; dx <= room.slots; dx++) {
      for (let dy = -1; dy <= 1; dy++) blocked[(y + dy) * grid.width + x + dx] = 1
    }
    const found: Port[] = []
    for (let slot = -room.slots; slot <= room.slots; slot++) {
      if (Math.abs(slot) * spacing.port > reachAlong(step)) continue
      found.push({ point: (y - 1) * grid.width + x + slot, direction: 0, slot })
      found.push({ point: (y + 1) * grid.width + x + slot, direction: 2, slot })
    }
    const aside = hasAside(step) ? [-1, 0, 1] : [0]
    for (const slot of aside) {
      found.push({ point: (y + slot) * grid.width + x + room.slots, direction: 1, slot })
      found.push({ point: (y + slot) * grid.width + x - room.slots, direction: 3, slot })
    }
    return found
  })
  return { blocked, ports }
}
