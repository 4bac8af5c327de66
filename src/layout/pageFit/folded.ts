/**
 * Folds a long flow into columns side by side. A flowline that runs from one into the next leaves
 * at the foot of the column, runs up between the two and enters from above; a plain one goes
 * straight from the side of its step to the side of the next.
 */
import type { Arrangement, Point, Rect, Route } from '../arrangement.ts'
import { foldSpace, type Folding } from './folding.ts'

interface Place {
  readonly dx: number
  readonly dy: number
}

export function folded(drawing: Arrangement, folding: Folding): Arrangement {
  const places = placesOf(folding)
  const partAt = (y: number): number => folding.cuts.filter((cut) => cut.y < y).length
  const placed = <R extends Rect>(rect: R): R => {
    const { dx, dy } = places[partAt(rect.y + rect.height / 2)]!
    return { ...rect, x: rect.x + dx, y: rect.y + dy }
  }
  const context: Context = { drawing, folding, places, partAt }
  return {
    ...drawing,
    ...(drawing.boxes && { boxes: { ...drawing.boxes, folds: folding.parts.length } }),
    width: folding.width,
    height: folding.height,
    steps: Object.fromEntries(Object.entries(drawing.steps).map(([id, rect]) => [id, placed(rect)])),
    flowlines: Object.fromEntries(
      Object.entries(drawing.flowlines).map(([id, route]) => [
        id,
        { ...ledOver(context, route), label: route.label && placed(route.label) },
      ]),
    ),
  }
}

interface Context {
  readonly drawing: Arrangement
  readonly folding: Folding
  readonly places: readonly Place[]
  readonly partAt: (y: number) => number
}

function placesOf({ parts, cuts }: Folding): readonly Place[] {
  let x: number = foldSpace.margin
  return parts.map(({ left, right, from }, part) => {
    const before = part === 0 ? null : cuts[part - 1]!
    const air = foldSpace.margin + foldSpace.head
    const dy = before === null ? 0 : air + (before.xs.length - 1) * foldSpace.parallel - from
    const place = { dx: x - left, dy }
    x += right - left + gutterOf(cuts[part]?.xs.length ?? 0)
    return place
  })
}

const gutterOf = (links: number): number =>
  links === 0 ? 0 : 2 * foldSpace.gutter + (links - 1) * foldSpace.parallel

function ledOver(context: Context, route: Route): Route {
  const straight = asideIfStraight(context, route)
  if (straight !== null) return { ...route, points: straight }
  const { folding, places, partAt } = context
  const [first] = route.points
  const points: Point[] = [moved(first!, places[partAt(first![1])]!)]
  let { joins } = route
  for (const [index, to] of route.points.slice(1).entries()) {
    const from = route.points[index]!
    const crossed = folding.cuts.flatMap((cut, at) =>
      Math.min(from[1], to[1]) < cut.y && Math.max(from[1], to[1]) > cut.y ? [at] : [],
    )
    const ways = crossed.map((at) => wayRound(context, at, from[0]))
    const inserted = from[1] < to[1] ? ways.flat() : ways.flat().reverse()
    points.push(...inserted, moved(to, places[partAt(to[1])]!))
    if (joins !== undefined && route.joins !== undefined && index < route.joins) joins += inserted.length
  }
  return { ...route, points, ...(joins === undefined ? {} : { joins }) }
}

const moved = ([x, y]: Point, { dx, dy }: Place): Point => [x + dx, y + dy]

/** From the foot of one column to the head of the next; the outer of two stays the outer. */
function wayRound({ folding, places }: Context, at: number, x: number): readonly Point[] {
  const { y, xs } = folding.cuts[at]!
  const link = xs.indexOf(x)
  const inner = (xs.length - 1 - link) * foldSpace.parallel
  const [before, after] = [places[at]!, places[at + 1]!]
  const foot = y + before.dy + foldSpace.head + inner
  const head = y + after.dy - foldSpace.head - link * foldSpace.parallel
  const between = gutterAt(folding, before, at) + inner
  return [
    [x + before.dx, foot],
    [between, foot],
    [between, head],
    [x + after.dx, head],
  ]
}

const gutterAt = (folding: Folding, before: Place, at: number): number =>
  folding.parts[at]!.right + before.dx + foldSpace.gutter

/** Two bends instead of four, where nothing stands beside the last step and the next. */
function asideIfStraight(
  { drawing, folding, places, partAt }: Context,
  route: Route,
): readonly Point[] | null {
  const [from, to, ...others] = route.points
  if (!from || !to || others.length > 0 || route.label || from[0] !== to[0] || from[1] >= to[1]) return null
  const at = partAt(from[1])
  if (partAt(to[1]) !== at + 1 || folding.cuts[at]!.xs.length > 1) return null
  const above = stepAt(drawing, from)
  const below = stepAt(drawing, to)
  if (!above || !below) return null
  const part = [folding.parts[at]!, folding.parts[at + 1]!] as const
  const [y, next] = [above.y + above.height / 2, below.y + below.height / 2]
  const isClear =
    isFree(drawing, {
      x: above.x + above.width + 1,
      y: y - 8,
      width: part[0].right - above.x - above.width,
      height: 16,
    }) && isFree(drawing, { x: part[1].left - 1, y: next - 8, width: below.x - part[1].left, height: 16 })
  if (!isClear) return null
  const [before, after] = [places[at]!, places[at + 1]!]
  const between = gutterAt(folding, before, at)
  return [
    [above.x + above.width + before.dx, y + before.dy],
    [between, y + before.dy],
    [between, next + after.dy],
    [below.x + after.dx, next + after.dy],
  ]
}

function stepAt({ steps }: Arrangement, [x, y]: Point): Rect | undefined {
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
