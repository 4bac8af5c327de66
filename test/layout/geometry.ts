/** Rectangles and polylines, measured without the help of the code that is measured. */
import type { Point, Rect } from '../../src/layout/arrangement.ts'
import type { StepKind } from '../../src/model/chart.ts'

export interface Segment {
  readonly a: Point
  readonly b: Point
  readonly route: number
}

export const length = (a: Point, b: Point): number => Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1])

export function simplified(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = []
  for (const point of points) {
    if (kept.length > 0 && length(kept[kept.length - 1]!, point) < 0.5) continue
    const [one, two] = [kept[kept.length - 2], kept[kept.length - 1]]
    const straight =
      one && two && ((one[0] === two[0] && two[0] === point[0]) || (one[1] === two[1] && two[1] === point[1]))
    if (straight) kept.pop()
    kept.push(point)
  }
  return kept.length > 1 ? kept : points
}

export const segmentsOf = (points: readonly Point[], route: number): Segment[] =>
  points.slice(1).map((b, at) => ({ a: points[at]!, b, route }))

export const isLevel = ({ a, b }: Segment): boolean => Math.abs(a[1] - b[1]) < 0.01

export const box = ({ a, b }: Segment): Rect => ({
  x: Math.min(a[0], b[0]),
  y: Math.min(a[1], b[1]),
  width: Math.abs(a[0] - b[0]),
  height: Math.abs(a[1] - b[1]),
})

export const grown = (rect: Rect, by: number): Rect => ({
  x: rect.x - by,
  y: rect.y - by,
  width: rect.width + 2 * by,
  height: rect.height + 2 * by,
})

/** By more than touching. */
export const meet = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width - 0.01 &&
  b.x < a.x + a.width - 0.01 &&
  a.y < b.y + b.height - 0.01 &&
  b.y < a.y + a.height - 0.01

export function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((a, at) => list.slice(at + 1).map((b): [T, T] => [a, b]))
}

export function meetsDiamond(label: Rect, rect: Rect): boolean {
  const [cx, cy] = [rect.x + rect.width / 2, rect.y + rect.height / 2]
  const dx = Math.max(label.x - cx, cx - label.x - label.width, 0)
  const dy = Math.max(label.y - cy, cy - label.y - label.height, 0)
  return dx / (rect.width / 2) + dy / (rect.height / 2) < 0.98
}

export function offOutline([x, y]: Point, rect: Rect, kind: StepKind): number {
  const [dx, dy] = [Math.abs(x - rect.x - rect.width / 2), Math.abs(y - rect.y - rect.height / 2)]
  const [half, rise] = [rect.width / 2, rect.height / 2]
  if (kind === 'decision') return Math.abs(dx / half + dy / rise - 1) * Math.min(half, rise)
  const outside = Math.max(dx - half, dy - rise)
  if (outside > 0) return outside
  // Lying or standing: its ends are half circles.
  const round = Math.min(half, rise)
  if (kind !== 'terminator' || (dx <= half - round && dy <= rise)) return Math.min(half - dx, rise - dy)
  return Math.abs(Math.hypot(Math.max(0, dx - (half - round)), Math.max(0, dy - (rise - round))) - round)
}

export function distanceTo(label: Rect, points: readonly Point[]): number {
  return Math.min(
    ...segmentsOf(points, 0).map((segment) => {
      const other = box(segment)
      const dx = Math.max(0, other.x - label.x - label.width, label.x - other.x - other.width)
      const dy = Math.max(0, other.y - label.y - label.height, label.y - other.y - other.height)
      return Math.max(dx, dy)
    }),
  )
}
