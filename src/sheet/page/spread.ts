/**
 * Uses spare room of the page: gaps between boxes and labels grow, boxes do not. Coordinates
 * are mapped by one monotone function of x and one of y that are steep only where no box
 * stands, so straight lines and alignments are kept.
 */
import type { Arrangement, Point, Rect, Route, Size } from '../../layout/arrangement.ts'

/** How many times as wide as it was a gap may become. */
const widestGap = 2.5

export function spread(arrangement: Arrangement, room: Size): Arrangement {
  const rigid = rigidRects(arrangement)
  const right = arrangement.boxes?.direction === 'right'
  const headed = [...rigid, ...heads(arrangement)]
  const x = stretcher(
    (right ? headed : rigid).map((rect) => [rect.x, rect.x + rect.width]),
    arrangement.width,
    room.width,
  )
  const y = stretcher(
    (right ? rigid : headed).map((rect) => [rect.y, rect.y + rect.height]),
    arrangement.height,
    room.height,
  )
  return moved(arrangement, x, y)
}

type Stretch = (at: number) => number
type Interval = readonly [from: number, to: number]

/** What keeps its size: steps, side boxes and labels. */
function rigidRects(arrangement: Arrangement): readonly Rect[] {
  const labels = Object.values(arrangement.flowlines).flatMap((route) => route.label ?? [])
  return [...Object.values(arrangement.steps), ...arrangement.sideBoxes, ...labels]
}

function heads({ lanes, columns, boxes }: Arrangement): readonly Rect[] {
  return [
    ...lanes.map((lane) => ({
      ...lane,
      ...(boxes?.direction === 'right' ? { width: lane.head } : { height: lane.head }),
    })),
    ...(columns === null ? [] : [{ ...columns.steps, height: columns.head }]),
  ]
}

/** Where `length` becomes `room`, as far as the gaps may grow. */
function stretcher(taken: readonly Interval[], length: number, room: number): Stretch {
  const gaps = gapsBetween(taken, length)
  const free = gaps.reduce((sum, [from, to]) => sum + to - from, 0)
  const more = Math.max(0, Math.min(room - length, free * (widestGap - 1)))
  if (free === 0 || more === 0) return (at) => at
  return (at) => {
    const before = gaps.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(at, to) - from), 0)
    return at + (more * before) / free
  }
}

function gapsBetween(taken: readonly Interval[], length: number): readonly Interval[] {
  const gaps: Interval[] = []
  let end = 0
  for (const [from, to] of [...taken].sort((a, b) => a[0] - b[0])) {
    if (from > end) gaps.push([end, from])
    end = Math.max(end, to)
  }
  return end < length ? [...gaps, [end, length]] : gaps
}

function moved(arrangement: Arrangement, x: Stretch, y: Stretch): Arrangement {
  const rect = <R extends Rect>(one: R): R => ({
    ...one,
    x: x(one.x),
    y: y(one.y),
    width: x(one.x + one.width) - x(one.x),
    height: y(one.y + one.height) - y(one.y),
  })
  const point = ([px, py]: Point): Point => [x(px), y(py)]
  const route = (one: Route): Route => ({
    ...one,
    points: one.points.map(point),
    label: one.label && rect(one.label),
  })
  const { columns } = arrangement
  return {
    ...arrangement,
    width: x(arrangement.width),
    height: y(arrangement.height),
    steps: mapped(arrangement.steps, rect),
    flowlines: mapped(arrangement.flowlines, route),
    lanes: arrangement.lanes.map(rect),
    sideBoxes: arrangement.sideBoxes.map(rect),
    columns: columns && {
      risks: rect(columns.risks),
      steps: rect(columns.steps),
      measures: rect(columns.measures),
      head: columns.head,
    },
  }
}

function mapped<T>(
  things: { readonly [id: string]: T },
  change: (one: T) => T,
): { readonly [id: string]: T } {
  return Object.fromEntries(Object.entries(things).map(([id, one]) => [id, change(one)]))
}
