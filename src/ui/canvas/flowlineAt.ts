import type { Arrangement, Point } from '../../layout/arrangement.ts'
import type { Id } from '../../model/chart.ts'

/** Maximum distance in units between a drop and its flowline. */
const reach = 14

/** The nearest flowline to a point; undefined if none is within reach. */
export function flowlineAt([x, y]: Point, { flowlines }: Arrangement): Id | undefined {
  let found: { readonly id: Id; readonly distance: number } | undefined
  for (const [id, { points }] of Object.entries(flowlines)) {
    for (let i = 1; i < points.length; i += 1) {
      const distance = distanceTo([x, y], points[i - 1]!, points[i]!)
      if (distance < reach && (!found || distance < found.distance)) found = { id, distance }
    }
  }
  return found?.id
}

/** Distance to a route segment, which is horizontal or vertical. */
function distanceTo([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const across = Math.max(Math.min(ax, bx) - x, 0, x - Math.max(ax, bx))
  const down = Math.max(Math.min(ay, by) - y, 0, y - Math.max(ay, by))
  return Math.hypot(across, down)
}
