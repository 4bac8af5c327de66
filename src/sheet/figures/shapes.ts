/** Outlines as paths. A Bézier curve for a quarter circle has its handles at 0.5523 of the radius. */
import type { Point, Rect, Size } from '../../layout/arrangement.ts'
import type { PathCommand } from '../displayList.ts'

const quarter = 0.5523

export function diamond({ width, height }: Size): readonly PathCommand[] {
  return [
    ['M', width / 2, 0],
    ['L', width, height / 2],
    ['L', width / 2, height],
    ['L', 0, height / 2],
    ['Z'],
  ]
}

/** How deep the wave of a document is: so much of the box below the text is its own. */
export const waveDepth = 10

/**
 * GB/T 1526's document. The wave has its lowest point in the middle of the lower edge,
 * because that is where flowlines leave, and rises to the right as the standard draws it.
 */
export function documentOutline({ width, height }: Size): readonly PathCommand[] {
  const left = height - 0.45 * waveDepth
  const right = height - waveDepth
  return [
    ['M', 0, 0],
    ['L', width, 0],
    ['L', width, right],
    ['C', width * 0.8, right, width * 0.72, height, width * 0.5, height],
    ['C', width * 0.3, height, width * 0.14, height - 0.1 * waveDepth, 0, left],
    ['Z'],
  ]
}

export function circle(x: number, y: number, radius: number): readonly PathCommand[] {
  const k = quarter * radius
  return [
    ['M', x + radius, y],
    ['C', x + radius, y + k, x + k, y + radius, x, y + radius],
    ['C', x - k, y + radius, x - radius, y + k, x - radius, y],
    ['C', x - radius, y - k, x - k, y - radius, x, y - radius],
    ['C', x + k, y - radius, x + radius, y - k, x + radius, y],
    ['Z'],
  ]
}

export function polygon(points: readonly Point[]): readonly PathCommand[] {
  const [first, ...rest] = points
  if (first === undefined) return []
  return [['M', ...first], ...rest.map((point): PathCommand => ['L', ...point]), ['Z']]
}

/** The outline of a rectangle with rounded corners; `radius` is cut to half of the shorter side. */
export function roundedRect({ x, y, width, height }: Rect, radius: number): readonly PathCommand[] {
  const r = Math.min(radius, width / 2, height / 2)
  const k = r * (1 - quarter)
  const [right, bottom] = [x + width, y + height]
  return [
    ['M', x + r, y],
    ['L', right - r, y],
    ['C', right - k, y, right, y + k, right, y + r],
    ['L', right, bottom - r],
    ['C', right, bottom - k, right - k, bottom, right - r, bottom],
    ['L', x + r, bottom],
    ['C', x + k, bottom, x, bottom - k, x, bottom - r],
    ['L', x, y + r],
    ['C', x, y + k, x + k, y, x + r, y],
    ['Z'],
  ]
}

/** Through the points, with every corner rounded as far as the shorter of its two pieces allows. */
export function roundedPolyline(points: readonly Point[], radius: number): readonly PathCommand[] {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return []
  const path: PathCommand[] = [['M', ...first]]
  for (let i = 1; i < points.length - 1; i++) {
    const [before, corner, after] = [points[i - 1]!, points[i]!, points[i + 1]!]
    const r = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2)
    const [inX, inY] = towards(corner, before, r)
    const [outX, outY] = towards(corner, after, r)
    const [c1x, c1y] = towards(corner, before, r * (1 - quarter))
    const [c2x, c2y] = towards(corner, after, r * (1 - quarter))
    path.push(['L', inX, inY], ['C', c1x, c1y, c2x, c2y, outX, outY])
  }
  return [...path, ['L', ...last]]
}

export function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(bx - ax, by - ay)
}

/** The point so far from `from` on the way to `to`. */
export function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to)
  if (whole === 0) return from
  return [from[0] + ((to[0] - from[0]) * length) / whole, from[1] + ((to[1] - from[1]) * length) / whole]
}
