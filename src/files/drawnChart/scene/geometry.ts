/** Distances between boxes, points and lines, and a grid that finds what is near. */
import { DrawnChartError } from '../drawnChartError.ts'
import type { FigureBox, FigurePoint } from './scene.ts'

export interface Segment {
  readonly a: FigurePoint
  readonly b: FigurePoint
}

export function boxCentre({ left, top, right, bottom }: FigureBox): FigurePoint {
  return { x: (left + right) / 2, y: (top + bottom) / 2 }
}

export function boxAround(points: readonly FigurePoint[]): FigureBox {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return {
    left: least(xs),
    top: least(ys),
    right: -least(xs.map((x) => -x)),
    bottom: -least(ys.map((y) => -y)),
  }
}

function least(values: readonly number[]): number {
  return values.reduce((so, value) => (value < so ? value : so), Number.POSITIVE_INFINITY)
}

export function holds(box: FigureBox, { x, y }: FigurePoint): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
}

export function areaOf({ left, top, right, bottom }: FigureBox): number {
  return (right - left) * (bottom - top)
}

/** 0 inside the box. */
export function pointToBox({ x, y }: FigurePoint, box: FigureBox): number {
  return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom))
}

/** Inside a box the distance to its nearest side: a line that ends in a frame does not end at it. */
export function pointToOutline(point: FigurePoint, box: FigureBox): number {
  const outside = pointToBox(point, box)
  if (outside > 0) return outside
  return Math.min(point.x - box.left, box.right - point.x, point.y - box.top, box.bottom - point.y)
}

export function boxToBox(one: FigureBox, other: FigureBox): number {
  return Math.hypot(
    Math.max(other.left - one.right, 0, one.left - other.right),
    Math.max(other.top - one.bottom, 0, one.top - other.bottom),
  )
}

/** The nearest place of a segment: its distance, and how far along it is (0 to 1). */
export function pointToSegment(
  { x, y }: FigurePoint,
  { a, b }: Segment,
): { readonly distance: number; readonly at: number } {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const length = dx * dx + dy * dy
  const at = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / length))
  return { distance: Math.hypot(a.x + at * dx - x, a.y + at * dy - y), at }
}

/** 0 where the segment meets the box. */
export function boxToSegment(box: FigureBox, { a, b }: Segment): number {
  if (crosses(box, { a, b })) return 0
  const corners = [
    { x: box.left, y: box.top },
    { x: box.right, y: box.top },
    { x: box.left, y: box.bottom },
    { x: box.right, y: box.bottom },
  ]
  return Math.min(
    pointToBox(a, box),
    pointToBox(b, box),
    ...corners.map((corner) => pointToSegment(corner, { a, b }).distance),
  )
}

/** Liang and Barsky, 1984. */
function crosses(box: FigureBox, { a, b }: Segment): boolean {
  const sides: readonly (readonly [number, number])[] = [
    [a.x - b.x, a.x - box.left],
    [b.x - a.x, box.right - a.x],
    [a.y - b.y, a.y - box.top],
    [b.y - a.y, box.bottom - a.y],
  ]
  let enters = 0
  let leaves = 1
  for (const [p, q] of sides) {
    if (p === 0 && q < 0) return false
    if (p < 0) enters = Math.max(enters, q / p)
    if (p > 0) leaves = Math.min(leaves, q / p)
  }
  return enters <= leaves
}

export function lineSegments(path: readonly FigurePoint[]): readonly Segment[] {
  return path.slice(1).map((b, at) => ({ a: path[at]!, b }))
}

/** Things by the cells that their boxes cover. */
export interface Grid<T> {
  /** Things whose cells are within the reach of the box; each once. */
  readonly near: (box: FigureBox, reach: number) => ReadonlySet<T>
}

const cellSize = 120
/** A thing over more cells is looked at in every question. */
const mostCells = 300
/** Things in one cell, and things over many cells: more of them are no drawing that a person could read. */
const mostCrowded = 600

/** Throws DrawnChartError if the things lie on top of each other by the hundred. */
export function boxGrid<T>(things: readonly T[], boxOf: (thing: T) => FigureBox): Grid<T> {
  const cells = new Map<string, T[]>()
  const large: T[] = []
  for (const thing of things) {
    const keys = cellsOf(boxOf(thing))
    if (!keys) large.push(thing)
    for (const key of keys ?? []) {
      const cell = cells.get(key)
      if (cell) cell.push(thing)
      else cells.set(key, [thing])
      if (cell && cell.length > mostCrowded) throw new DrawnChartError('tooCrowded')
    }
  }
  if (large.length > mostCrowded) throw new DrawnChartError('tooCrowded')
  return {
    near: ({ left, top, right, bottom }, reach) => {
      const keys = cellsOf({
        left: left - reach,
        top: top - reach,
        right: right + reach,
        bottom: bottom + reach,
      })
      return keys ? new Set([...keys.flatMap((key) => cells.get(key) ?? []), ...large]) : new Set(things)
    },
  }
}

function cellsOf(box: FigureBox): readonly string[] | undefined {
  const [left, right] = [Math.floor(box.left / cellSize), Math.floor(box.right / cellSize)]
  const [top, bottom] = [Math.floor(box.top / cellSize), Math.floor(box.bottom / cellSize)]
  const count = (right - left + 1) * (bottom - top + 1)
  if (!(count <= mostCells)) return undefined
  const keys: string[] = []
  for (let x = left; x <= right; x += 1) for (let y = top; y <= bottom; y += 1) keys.push(`${x},${y}`)
  return keys
}
