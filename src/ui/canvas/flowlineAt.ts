import type { Arrangement, Point } from '../../layout/arrangement.ts'
import type { Id } from '../../model/chart.ts'

/** Units from a flowline within which something dropped is dropped on it. */
const reach = 14

/** The flowline under a point, the nearest one; undefined where none is near. */
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

/** To a piece of a route, which runs straight across or straight down. */
function distanceTo([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const across = Math.max(Math.min(ax, bx) - x, 0, x - Math.max(ax, bx))
  const down = Math.max(Math.min(ay, by) - y, 0, y - Math.max(ay, by))
  return Math.hypot(across, down)
}
