/** From bars with coordinates to the arrangement: rectangles, polylines, labels, lanes. */
import type { Lane, Point, Rect, Route } from '../arrangement.ts'
import type { SolvedX, Sketch } from './solveX.ts'
import type { Bar } from './bars.ts'
import type { SolvedY } from './solveY.ts'
import { outlineAt } from '../outlineAt.ts'
import type { Path } from '../routing/occupancy.ts'

interface Offsets {
  readonly x: number
  readonly y: number
}

export function stepRects({ plan, grid }: Sketch, xs: SolvedX, ys: SolvedY, by: Offsets): Rect[] {
  return plan.steps.map(({ width, height }, step) => {
    const x = xs.columns[grid.columnOf[step]!]! - width / 2 + by.x
    return { x, y: ys.rows[grid.rowOf[step]!]! - height / 2 + by.y, width, height }
  })
}

export function toPolylines(
  sketch: Sketch,
  paths: readonly Path[],
  xs: SolvedX,
  ys: SolvedY,
  rects: readonly Rect[],
  by: Offsets,
): Record<string, Route> {
  const { plan, bars } = sketch
  const joins = joinPoints(sketch, paths)
  const routes: Record<string, Route> = {}
  for (const [index, line] of plan.flowlines.entries()) {
    const { bars: own, corners } = bars.routes[index]!
    const at = (bar: Bar): number => (bar.vertical ? xs.bars.get(bar)! + by.x : ys.bars.get(bar)! + by.y)
    const end = (bar: Bar, step: number): Point => {
      const rect = rects[step]!
      const low = bar.lowStep === step && (bar.highStep !== step || step !== line.to)
      if (bar.vertical) return outlineAt(plan.steps[step]!.kind, rect, at(bar), low ? 1 : -1)
      return [low ? rect.x + rect.width : rect.x, at(bar)]
    }
    const points: Point[] = [end(own[0]!, line.from)]
    const join = joins[index]
    let joinAt: number | undefined
    for (const [k, bar] of own.entries()) {
      const next = own[k + 1]
      const crossing = join && join.bar === k ? meetingPoint(sketch, join, bar, at) : null
      const to: Point = next ? (bar.vertical ? [at(bar), at(next)] : [at(next), at(bar)]) : end(bar, line.to)
      if (join && join.point === corners[k]) joinAt = points.length - 1
      else if (crossing && !same(crossing, to)) joinAt = points.push(crossing) - 1
      points.push(to)
    }
    const label = line.label && xs.labels.has(index) ? labelRect(index) : null
    routes[line.id] = {
      points,
      label,
      return: line.return,
      ...(joinAt === undefined ? {} : { joins: joinAt }),
    }
  }
  return routes

  function labelRect(index: number): Rect {
    const { width, height } = plan.flowlines[index]!.label!
    return { x: xs.labels.get(index)! + by.x, y: ys.labels.get(index)! + by.y, width, height }
  }
}

const same = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1]

interface Joining {
  readonly point: number
  /** The bar of the route on which the point lies, as its inner point or its start. */
  readonly bar: number
  /** The flowline that is joined. */
  readonly joined: number
}

/** Where the later of two flowlines of a group comes upon the earlier. */
function joinPoints({ plan, bars }: Sketch, paths: readonly Path[]): (Joining | undefined)[] {
  const owners = new Map<number, Map<number, number>>()
  return plan.flowlines.map((_, index) => {
    const { bars: own, corners } = bars.routes[index]!
    const group = own[0]!.group
    const known = owners.get(group) ?? new Map<number, number>()
    owners.set(group, known)
    let joining: Joining | undefined
    let bar = 0
    for (const [at, point] of paths[index]!.entries()) {
      if (at > 0 && point === corners[bar + 1] && bar + 1 < own.length) bar++
      const joined = known.get(point)
      if (joined !== undefined && joining === undefined) joining = { point, bar, joined }
      if (joined === undefined) known.set(point, index)
    }
    return joining
  })
}

/**
 * If the point lies inside a bar, the other flowline arrives from the side: its own
 * perpendicular bar gives the missing coordinate.
 */
function meetingPoint(
  { bars, grid }: Sketch,
  join: Joining,
  bar: Bar,
  at: (bar: Bar) => number,
): Point | null {
  const x = join.point % grid.width
  const y = Math.floor(join.point / grid.width)
  const line = bar.vertical ? y : x
  const crossBar = bars.routes[join.joined]!.bars.find(
    (other) =>
      other.vertical !== bar.vertical &&
      other.line === line &&
      other.from <= bar.line &&
      other.to >= bar.line,
  )
  if (!crossBar) return null
  return bar.vertical ? [at(bar), at(crossBar)] : [at(crossBar), at(bar)]
}

export function laneBands({ plan }: Sketch, xs: SolvedX, head: number, height: number, by: Offsets): Lane[] {
  if (plan.view !== 'lanes') return []
  return plan.lanes.map((post, lane) => {
    const x = xs.borders[lane]! + by.x
    return { post, x, y: 0, width: xs.borders[lane + 1]! + by.x - x, height, head }
  })
}
