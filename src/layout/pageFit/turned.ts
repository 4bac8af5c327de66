/** A drawing whose flow runs down, turned so that it runs right: x and y change places. */
import type { Arrangement, Lane, Rect, Route, SideBox } from '../arrangement.ts'

export function turned(drawing: Arrangement): Arrangement {
  return {
    ...drawing,
    width: drawing.height,
    height: drawing.width,
    steps: Object.fromEntries(Object.entries(drawing.steps).map(([id, rect]) => [id, turnedRect(rect)])),
    flowlines: Object.fromEntries(
      Object.entries(drawing.flowlines).map(([id, route]) => [id, turnedRoute(route)]),
    ),
    lanes: drawing.lanes.map((lane): Lane => ({ ...lane, ...turnedRect(lane) })),
    sideBoxes: drawing.sideBoxes.map((box): SideBox => ({ ...box, ...turnedRect(box) })),
  }
}

const turnedRect = ({ x, y, width, height }: Rect): Rect => ({ x: y, y: x, width: height, height: width })

const turnedRoute = (route: Route): Route => ({
  ...route,
  points: route.points.map(([x, y]) => [y, x] as const),
  label: route.label && turnedRect(route.label),
})
