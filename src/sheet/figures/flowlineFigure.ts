import type { Point, Rect, Route } from '../../layout/arrangement.ts'
import type { DisplayItem } from '../displayList.ts'
import { brokenLines } from '../lineBreak.ts'
import { textItems } from '../textItems.ts'
import { colour, dashes, flowlineWidth, labelLook } from './look.ts'
import { distance, polygon, roundedPolyline, towards } from './shapes.ts'

const cornerRadius = 5
const arrow = { length: 8.5, half: 3.6 } as const

/**
 * A flowline with arrow head and label, in units. A stretch shared with another flowline
 * (`route.joins`) is left to that one.
 */
export function flowlineFigure(route: Route, label: string | undefined): readonly DisplayItem[] {
  const ends = route.joins === undefined
  const points = route.joins === undefined ? route.points : pointsUntil(route.points, route.joins)
  return [
    {
      kind: 'path',
      path: roundedPolyline(ends ? shortened(points) : points, cornerRadius),
      stroke: colour.line,
      strokeWidth: flowlineWidth,
      ...(route.return ? { dash: dashes.return } : {}),
    },
    ...(ends ? arrowHead(points) : []),
    ...(route.label === null || label === undefined ? [] : labelItem(label, route.label)),
  ]
}

/** A little way into the shared stretch, because the other flowline may round its corner just there. */
function pointsUntil(points: readonly Point[], joins: number): readonly Point[] {
  const own = points.slice(0, joins + 1)
  const [last, next] = [own.at(-1), points[joins + 1]]
  if (last === undefined || next === undefined) return own
  return [...own, towards(last, next, Math.min(2 * cornerRadius, distance(last, next)))]
}

/** The line ends inside the arrow head, so that its end is hidden. */
function shortened(points: readonly Point[]): readonly Point[] {
  const [before, last] = [points.at(-2), points.at(-1)]
  if (before === undefined || last === undefined) return points
  const length = Math.min(arrow.length - 1, distance(before, last))
  return [...points.slice(0, -1), towards(last, before, length)]
}

function arrowHead(points: readonly Point[]): readonly DisplayItem[] {
  const [before, tip] = [points.at(-2), points.at(-1)]
  if (before === undefined || tip === undefined || distance(before, tip) === 0) return []
  const [dx, dy] = towards([0, 0], [tip[0] - before[0], tip[1] - before[1]], 1)
  const back: Point = [tip[0] - arrow.length * dx, tip[1] - arrow.length * dy]
  const wings: readonly Point[] = [
    [back[0] - arrow.half * dy, back[1] + arrow.half * dx],
    [back[0] + arrow.half * dy, back[1] - arrow.half * dx],
  ]
  return [{ kind: 'path', path: polygon([tip, ...wings]), fill: colour.line }]
}

/** Around the text of a label. */
export const labelPadding = { x: 3, y: 1 } as const

/** Labels are broken to this width; nine characters is the median of real charts, 36 the longest. */
const labelWidth = 9 * labelLook.size
const longLabelWidth = 12 * labelLook.size

/** Broken to `width`, or to the usual one; to a longer line if there would be more than two or three. */
export function labelLines(label: string, width: number = labelWidth): readonly string[] {
  const lines = brokenLines(label, width, labelLook)
  if (lines.length <= (width < labelWidth ? 3 : 2)) return lines
  return width < labelWidth ? labelLines(label) : brokenLines(label, longLabelWidth, labelLook)
}

function labelItem(label: string, rect: Rect): readonly DisplayItem[] {
  // As wide as it was measured, so in the same lines.
  const lines = brokenLines(label, rect.width - 2 * labelPadding.x + 0.1, labelLook)
  const first = rect.y + rect.height / 2 - ((lines.length - 1) * labelLook.lineHeight) / 2
  return textItems(lines, { x: rect.x + rect.width / 2, middle: first, align: 'middle' }, labelLook)
}
