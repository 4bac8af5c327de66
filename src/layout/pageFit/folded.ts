/**
 * Folds a long flow into columns side by side. A flowline that runs from one into the next leaves
 * at the foot of the column, runs up between the two and enters from above; where it can, it
 * leaves at the side of its step or enters at the side of the next.
 */
import type { Arrangement, Point, Rect, Route } from '../arrangement.ts'
import { foldPlaces, type FoldContext, type FoldPlace } from './foldPlaces.ts'
import { foldSpace, type Folding } from './folding.ts'
import { sideEndsOf } from './sideEndsOf.ts'

export function folded(drawing: Arrangement, folding: Folding): Arrangement {
  const places = foldPlaces(folding)
  const partAt = (y: number): number => folding.cuts.filter((cut) => cut.y < y).length
  const placed = <R extends Rect>(rect: R): R => {
    const { dx, dy } = places[partAt(rect.y + rect.height / 2)]!
    return { ...rect, x: rect.x + dx, y: rect.y + dy }
  }
  const context: FoldContext = { drawing, folding, places, partAt }
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

function ledOver(context: FoldContext, route: Route): Route {
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
  const { from, to } = sideEndsOf(context, route)
  // In place of the end and the bend at the foot: straight to where it runs up between the columns.
  if (from !== null) points.splice(0, 3, from, [points[2]![0], from[1]])
  if (to !== null) points.splice(-3, 3, [points.at(-3)![0], to[1]], to)
  return { ...route, points, ...(joins === undefined ? {} : { joins }) }
}

const moved = ([x, y]: Point, { dx, dy }: FoldPlace): Point => [x + dx, y + dy]

/** From the foot of one column to the head of the next; the outer of two stays the outer. */
function wayRound({ folding, places }: FoldContext, at: number, x: number): readonly Point[] {
  const { y, xs } = folding.cuts[at]!
  const link = xs.indexOf(x)
  const inner = (xs.length - 1 - link) * foldSpace.parallel
  const [before, after] = [places[at]!, places[at + 1]!]
  const foot = y + before.dy + foldSpace.head + inner
  const head = y + after.dy - foldSpace.head - link * foldSpace.parallel
  const between = folding.parts[at]!.right + before.dx + foldSpace.gutter + inner
  return [
    [x + before.dx, foot],
    [between, foot],
    [between, head],
    [x + after.dx, head],
  ]
}
