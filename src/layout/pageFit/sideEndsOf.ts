/**
 * Where a flowline that leads from one column of a folded flow into the next may leave at the side
 * of its step, and enter at the side of the next one: a bend less at each end than from the foot
 * and into the head.
 */
import type { Arrangement, Point, Rect, Route } from '../arrangement.ts'
import type { FoldContext, FoldPlace } from './foldPlaces.ts'

interface SideEnds {
  readonly from: Point | null
  readonly to: Point | null
}

/** In the places of the folded flow. Where anything stands beside the step or shares the end, there is none. */
export function sideEndsOf({ drawing, folding, places, partAt }: FoldContext, route: Route): SideEnds {
  const [from, next] = route.points
  const [before, to] = route.points.slice(-2)
  const none = { from: null, to: null }
  if (!from || !next || !before || !to || route.joins !== undefined) return none
  const at = partAt(from[1])
  const cut = folding.cuts[at]
  if (cut === undefined || cut.xs.length > 1 || partAt(to[1]) !== at + 1) return none
  const labelPart = route.label && partAt(route.label.y + route.label.height / 2)
  const [part, after] = [folding.parts[at]!, folding.parts[at + 1]!]
  const above = next[1] > cut.y && labelPart !== at ? stepAt(drawing, from) : undefined
  const below = before[1] < cut.y && labelPart !== at + 1 ? stepAt(drawing, to) : undefined
  return {
    from: above ? rightEnd(drawing, above, part.right, places[at]!) : null,
    to: below ? leftEnd(drawing, below, after.left, places[at + 1]!) : null,
  }
}

function rightEnd(drawing: Arrangement, step: Rect, to: number, { dx, dy }: FoldPlace): Point | null {
  const right = step.x + step.width
  return isFree(drawing, besideOf(step, right + 1, to)) ? [right + dx, middleOf(step) + dy] : null
}

function leftEnd(drawing: Arrangement, step: Rect, from: number, { dx, dy }: FoldPlace): Point | null {
  return isFree(drawing, besideOf(step, from - 1, step.x - 1)) ? [step.x + dx, middleOf(step) + dy] : null
}

const middleOf = ({ y, height }: Rect): number => y + height / 2

const besideOf = (step: Rect, from: number, to: number): Rect => ({
  x: from,
  y: middleOf(step) - 8,
  width: to - from,
  height: 16,
})

/** The only step with a flowline there; undefined where another flowline begins or ends there too. */
function stepAt({ steps, flowlines }: Arrangement, [x, y]: Point): Rect | undefined {
  const at = ([x0, y0]: Point): boolean => same(x0, x) && same(y0, y)
  const ends = Object.values(flowlines).flatMap(({ points }) => [points[0]!, points.at(-1)!])
  if (ends.filter(at).length > 1) return undefined
  return Object.values(steps).find(
    (rect) => x > rect.x && x < rect.x + rect.width && (same(y, rect.y) || same(y, rect.y + rect.height)),
  )
}

const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.01

function isFree({ steps, flowlines }: Arrangement, room: Rect): boolean {
  const meets = (rect: Rect): boolean =>
    rect.x < room.x + room.width &&
    rect.x + rect.width > room.x &&
    rect.y < room.y + room.height &&
    rect.y + rect.height > room.y
  if (Object.values(steps).some(meets)) return false
  return !Object.values(flowlines).some(
    ({ label, points }) =>
      (label !== null && meets(label)) ||
      points.slice(1).some(([x, y], index) => {
        const [x0, y0] = points[index]!
        return meets({
          x: Math.min(x, x0),
          y: Math.min(y, y0),
          width: Math.abs(x - x0),
          height: Math.abs(y - y0),
        })
      }),
  )
}
