/** 并行: the bar over which ways leave or meet, with its stem, in units. */
import type { Route } from '../../layout/arrangement.ts'
import type { ParallelBar, ParallelDrawing } from '../../layout/rerouting/parallelBars.ts'
import type { Id } from '../../model/chart.ts'
import type { DisplayItem } from '../displayList.ts'
import { flowlineFigure } from './flowlineFigure.ts'
import { colour, flowlineWidth } from './look.ts'

export function parallelFigure({ rect, stem, side }: ParallelBar): readonly DisplayItem[] {
  return [
    { kind: 'rect', ...rect, radius: 0, fill: colour.line },
    ...(stem === null ? [] : stemFigure(stem, side)),
  ]
}

function stemFigure(points: NonNullable<ParallelBar['stem']>, side: ParallelBar['side']) {
  if (side === 'join') return flowlineFigure({ points, label: null, return: false }, undefined)
  const [[x, from], [toX, to]] = [points[0]!, points[1]!]
  return [
    {
      kind: 'path',
      path: [
        ['M', x, from],
        ['L', toX, to],
      ],
      stroke: colour.line,
      strokeWidth: flowlineWidth,
    } satisfies DisplayItem,
  ]
}

/** What of a flowline is drawn as its own: the rest lies under a bar or on its stem. */
export function drawnRoute({ routes, drawn }: ParallelDrawing, id: Id): Route | undefined {
  const route = routes[id]
  const led = drawn[id]
  if (!route || !led || led.before + led.after === 0) return route
  const points = route.points.slice(led.before, route.points.length - led.after)
  if (led.after > 0) return { ...route, points, joins: points.length - 1 }
  return { ...route, points, ...(route.joins === undefined ? {} : { joins: route.joins - led.before }) }
}
