/** Labels where everything has its coordinates already: the first place beside the flowline that hits nothing. */
import type { Point, Rect, Size } from '../arrangement.ts'
import { spacing } from '../spacing.ts'

interface Surroundings {
  readonly rects: readonly Rect[]
  /** All flowlines but the own one. */
  readonly lines: readonly (readonly Point[])[]
}

export function freeLabel(size: Size, points: readonly Point[], around: Surroundings): Rect {
  const own = pieces(points)
  const others = around.lines.flatMap(pieces)
  let best: { rect: Rect; hits: number } | null = null
  for (const rect of placesAlong(size, points)) {
    const hits =
      (rect.x < 0 || rect.y < 0 ? 1 : 0) +
      count(around.rects, rect, 2) +
      count(others, rect, 2) +
      count(own, rect, spacing.label - 1)
    if (hits === 0) return rect
    if (!best || hits < best.hits) best = { rect, hits }
  }
  return best?.rect ?? { x: points[0]![0], y: points[0]![1], ...size }
}

function* placesAlong(size: Size, points: readonly Point[]): Generator<Rect> {
  for (let at = 1; at < points.length; at++) {
    const [[x1, y1], [x2, y2]] = [points[at - 1]!, points[at]!]
    const upright = x1 === x2
    const [start, end] = upright ? [y1, y2] : [x1, x2]
    const long = upright ? size.height : size.width
    const toward = end >= start ? 1 : -1
    const room = Math.abs(end - start)
    for (let away: number = spacing.label; away <= Math.max(spacing.label, room - 4); away += 6) {
      const low = toward > 0 ? start + away : start - away - long
      if (upright) {
        yield { x: x1 + spacing.label, y: low, ...size }
        yield { x: x1 - spacing.label - size.width, y: low, ...size }
      } else {
        yield { x: low, y: y1 - spacing.label - size.height, ...size }
        yield { x: low, y: y1 + spacing.label, ...size }
      }
    }
  }
}

export const pieces = (points: readonly Point[]): Rect[] =>
  points.slice(1).map(([x, y], at) => {
    const [fromX, fromY] = points[at]!
    return {
      x: Math.min(x, fromX),
      y: Math.min(y, fromY),
      width: Math.abs(x - fromX),
      height: Math.abs(y - fromY),
    }
  })

export function meets(a: Rect, b: Rect, air: number): boolean {
  return (
    a.x < b.x + b.width + air &&
    b.x < a.x + a.width + air &&
    a.y < b.y + b.height + air &&
    b.y < a.y + a.height + air
  )
}

const count = (rects: readonly Rect[], rect: Rect, air: number): number =>
  rects.reduce((sum, other) => sum + (meets(other, rect, air) ? 1 : 0), 0)
