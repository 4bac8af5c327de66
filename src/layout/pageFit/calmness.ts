/** What makes a drawing harder to follow: crossings and bends of its flowlines. */
import type { Arrangement, Point } from '../arrangement.ts'

export interface Calmness {
  readonly crossings: number
  readonly bends: number
}

export function calmnessOf({ flowlines }: Arrangement): Calmness {
  const routes = Object.values(flowlines).map(({ points, joins }) =>
    joins === undefined ? points : points.slice(0, joins + 1),
  )
  return {
    crossings: crossingsOf(routes),
    bends: routes.reduce((sum, points) => sum + Math.max(0, points.length - 2), 0),
  }
}

interface Piece {
  readonly route: number
  /** Where it lies: the y of a level piece, the x of an upright one. */
  readonly at: number
  readonly from: number
  readonly to: number
}

function crossingsOf(routes: readonly (readonly Point[])[]): number {
  const level: Piece[] = []
  const upright: Piece[] = []
  for (const [route, points] of routes.entries())
    for (const [index, [x, y]] of points.slice(1).entries()) {
      const [x0, y0] = points[index]!
      if (y === y0) level.push({ route, at: y, from: Math.min(x, x0), to: Math.max(x, x0) })
      else upright.push({ route, at: x, from: Math.min(y, y0), to: Math.max(y, y0) })
    }
  let count = 0
  for (const one of level)
    for (const other of upright) {
      const across = other.at > one.from + 0.5 && other.at < one.to - 0.5
      if (across && one.at > other.from + 0.5 && one.at < other.to - 0.5 && one.route !== other.route) count++
    }
  return count
}
