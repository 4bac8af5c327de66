/**
 * What is wrong with a drawing, and how calm it is: counted on rectangles and polylines
 * alone, so that any engine can be held to it (layout.md, section 9).
 */
import type { Arrangement, Point, Rect, Route } from '../../src/layout/arrangement.ts'
import { returnFlowlines } from '../../src/layout/planning/returnFlowlines.ts'
import type { Chart, StepKind } from '../../src/model/chart.ts'
import {
  box,
  distanceTo,
  grown,
  isLevel,
  length,
  meet,
  meetsDiamond,
  offOutline,
  pairs,
  segmentsOf,
  simplified,
  type Segment,
} from './geometry.ts'

/** Every one of these is to be nought. */
export interface Faults {
  stepOverlap: number
  throughStep: number
  overlap: number
  tight: number
  labelHits: number
  labelMissing: number
  laneFaults: number
  upward: number
  diagonal: number
  detached: number
  shortEnd: number
  outside: number
}

export interface Figures {
  readonly crossings: number
  readonly bends: number
  readonly flowlines: number
  readonly labelFar: number
  readonly width: number
  readonly height: number
  readonly faults: Faults
}

interface Line {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly route: Route
  readonly points: readonly Point[]
}

export function figuresOf(chart: Chart, drawing: Arrangement): Figures {
  const lines = chart.flowlines
    .filter((line) => drawing.flowlines[line.id])
    .map((line): Line => {
      const route = drawing.flowlines[line.id]!
      return { id: line.id, from: line.from, to: line.to, route, points: simplified(route.points) }
    })
  const kinds = new Map(chart.steps.map((step) => [step.id, step.kind]))
  const segments = lines.flatMap((line, route) => segmentsOf(line.points, route))
  const faults: Faults = {
    stepOverlap: stepOverlap(drawing),
    throughStep: throughStep(lines, drawing, kinds),
    ...besideFaults(segments, lines),
    labelHits: labelHits(lines, segments, drawing, kinds),
    labelMissing: chart.flowlines.filter((line) => line.label?.trim() && !drawing.flowlines[line.id]?.label)
      .length,
    laneFaults: laneFaults(chart, drawing),
    upward: upward(chart, drawing),
    diagonal: segments.filter(({ a, b }) => Math.abs(a[0] - b[0]) > 0.01 && Math.abs(a[1] - b[1]) > 0.01)
      .length,
    detached: detached(lines, drawing, kinds),
    shortEnd: lines.filter(
      ({ points }) => length(points[points.length - 2]!, points[points.length - 1]!) < 10,
    ).length,
    outside: outside(drawing),
  }
  return {
    crossings: crossings(segments),
    bends: lines.reduce((sum, { points }) => sum + points.length - 2, 0),
    flowlines: lines.length,
    labelFar: lines.filter(({ route, points }) => route.label && distanceTo(route.label, points) > 10).length,
    width: drawing.width,
    height: drawing.height,
    faults,
  }
}

export const faultCount = (figures: Figures): number =>
  Object.values(figures.faults).reduce((sum: number, count: number) => sum + count, 0)

function stepOverlap(drawing: Arrangement): number {
  const rects = Object.values(drawing.steps)
  let count = pairs(rects).filter(([a, b]) => meet(a, b)).length
  count += pairs(drawing.sideBoxes).filter(([a, b]) => meet(a, b)).length
  return count
}

function throughStep(
  lines: readonly Line[],
  drawing: Arrangement,
  kinds: ReadonlyMap<string, StepKind>,
): number {
  let count = 0
  for (const line of lines) {
    const boxes = segmentsOf(line.points, 0).map(box)
    for (const [id, rect] of Object.entries(drawing.steps)) {
      // Of its own ends only the drawn outline counts: it may end on the slanted side of a diamond.
      const own = id === line.from || id === line.to
      const inner = grown(rect, -2)
      const through = own && kinds.get(id) === 'decision' ? meetsDiamond : meet
      if (boxes.some((piece) => through(piece, inner))) count++
    }
  }
  return count
}

/** Two flowlines on one another, or nearer than 7 side by side. */
function besideFaults(
  segments: readonly Segment[],
  lines: readonly Line[],
): { overlap: number; tight: number } {
  const overlaps = new Set<string>()
  const tights = new Set<string>()
  for (const level of [true, false]) {
    const along = level ? 0 : 1
    const across = level ? 1 : 0
    const same = segments
      .filter((segment) => isLevel(segment) === level)
      .sort((one, other) => one.a[across] - other.a[across])
    for (const [at, one] of same.entries()) {
      for (let next = at + 1; next < same.length; next++) {
        const other = same[next]!
        const apart = other.a[across] - one.a[across]
        if (apart >= 7) break
        if (one.route === other.route) continue
        const shared =
          Math.min(Math.max(one.a[along], one.b[along]), Math.max(other.a[along], other.b[along])) -
          Math.max(Math.min(one.a[along], one.b[along]), Math.min(other.a[along], other.b[along]))
        const [line, mate] = [lines[one.route]!, lines[other.route]!]
        const key = `${line.id} ${mate.id}`
        const mayShare = apart < 0.01 && sameEnd(line, mate)
        if (apart <= 2 && shared > 3 && !mayShare) overlaps.add(key)
        else if (apart > 2 && shared > 8) tights.add(key)
      }
    }
  }
  return { overlap: overlaps.size, tight: tights.size }
}

const sameEnd = (a: Line, b: Line): boolean =>
  a.to === b.to && length(a.points[a.points.length - 1]!, b.points[b.points.length - 1]!) < 0.5

export function crossings(segments: readonly Segment[]): number {
  const level = segments.filter(isLevel)
  const upright = segments.filter((segment) => !isLevel(segment)).sort((one, other) => one.a[0] - other.a[0])
  const found = new Set<string>()
  for (const one of level) {
    const y = one.a[1]
    const [left, right] = [Math.min(one.a[0], one.b[0]), Math.max(one.a[0], one.b[0])]
    for (const other of upright) {
      const x = other.a[0]
      if (x <= left + 0.5) continue
      if (x >= right - 0.5) break
      const [top, bottom] = [Math.min(other.a[1], other.b[1]), Math.max(other.a[1], other.b[1])]
      if (one.route === other.route || y <= top + 0.5 || y >= bottom - 0.5) continue
      found.add(`${Math.round(x / 2)} ${Math.round(y / 2)}`)
    }
  }
  return found.size
}

function labelHits(
  lines: readonly Line[],
  segments: readonly Segment[],
  drawing: Arrangement,
  kinds: ReadonlyMap<string, StepKind>,
): number {
  let count = 0
  const labels = lines.flatMap(({ route }) => (route.label ? [route.label] : []))
  count += pairs(labels).filter(([a, b]) => meet(a, b)).length
  for (const [index, { route }] of lines.entries()) {
    if (!route.label) continue
    for (const [id, rect] of Object.entries(drawing.steps)) {
      if (
        kinds.get(id) === 'decision' ? meetsDiamond(route.label, rect) : meet(route.label, grown(rect, -0.5))
      )
        count++
    }
    for (const segment of segments) {
      const air = segment.route === index ? 2 : 0.01
      if (meet(grown(box(segment), air), route.label)) count++
    }
    for (const lane of drawing.lanes) {
      if (meet(route.label, { ...lane, height: lane.head })) count++
    }
  }
  return count
}

/** The chart as if its posts were listed as the lanes of a sheet stand: there the order may be another. */
export function asLanesStand(chart: Chart, { lanes }: Arrangement): Chart {
  const at = new Map(lanes.map(({ post }, index) => [post, index]))
  const rank = (id: string): number => at.get(id) ?? lanes.length
  return { ...chart, posts: [...chart.posts].sort((a, b) => rank(a.id) - rank(b.id)) }
}

function laneFaults(chart: Chart, drawing: Arrangement): number {
  if (drawing.lanes.length === 0) return 0
  let count = 0
  const known = new Set(chart.posts.map((post) => post.id))
  const laneOf = new Map(drawing.lanes.map((lane) => [lane.post, lane]))
  for (const step of chart.steps) {
    const post = (step.posts ?? []).find((id) => known.has(id)) ?? null
    const rect = drawing.steps[step.id]!
    // On a sheet a step without a post stands in any lane.
    const lane = post === null && !laneOf.has(null) ? laneAround(drawing, rect) : laneOf.get(post)
    if (!lane || rect.x < lane.x || rect.x + rect.width > lane.x + lane.width || rect.y < lane.head) count++
  }
  const wanted = chart.posts.map((post) => post.id as string | null).concat([null])
  const places = drawing.lanes.map((lane) => wanted.indexOf(lane.post))
  for (let at = 1; at < drawing.lanes.length; at++) {
    const [before, lane] = [drawing.lanes[at - 1]!, drawing.lanes[at]!]
    if (Math.abs(before.x + before.width - lane.x) > 0.01 || places[at]! <= places[at - 1]!) count++
  }
  return count
}

function laneAround({ lanes }: Arrangement, rect: Rect): Arrangement['lanes'][number] | undefined {
  return lanes.find(({ x, width }) => rect.x >= x && rect.x + rect.width <= x + width)
}

function upward(chart: Chart, drawing: Arrangement): number {
  const middle = (id: string): number => drawing.steps[id]!.y + drawing.steps[id]!.height / 2
  return chart.flowlines.filter((line) => {
    const route = drawing.flowlines[line.id]
    // In a folded drawing the next column begins at the top again.
    const isFolded = (drawing.boxes?.folds ?? 1) > 1
    if (isFolded && drawing.steps[line.to]!.x > drawing.steps[line.from]!.x) return false
    return route && !route.return && middle(line.to) < middle(line.from) - 6
  }).length
}

/** The flowlines that a depth-first walk in the order of the chart calls returns. */
export function expectedReturns(chart: Chart): ReadonlySet<string> {
  const place = new Map(chart.steps.map((step, index) => [step.id, index]))
  const ends = chart.flowlines.map((line) => ({ from: place.get(line.from)!, to: place.get(line.to)! }))
  const found = returnFlowlines(chart.steps.length, ends, [...chart.steps.keys()])
  return new Set([...found].map((index) => chart.flowlines[index]!.id))
}

function detached(
  lines: readonly Line[],
  drawing: Arrangement,
  kinds: ReadonlyMap<string, StepKind>,
): number {
  return lines.filter(({ from, to, points }) => {
    const ends = [
      [points[0]!, from],
      [points[points.length - 1]!, to],
    ] as const
    return ends.some(([point, step]) => offOutline(point, drawing.steps[step]!, kinds.get(step)!) > 1)
  }).length
}

function outside(drawing: Arrangement): number {
  const within = ({ x, y, width, height }: Rect): boolean =>
    x >= 0 && y >= 0 && x + width <= drawing.width + 0.01 && y + height <= drawing.height + 0.01
  const routes = Object.values(drawing.flowlines)
  const rects = [
    ...Object.values(drawing.steps),
    ...drawing.sideBoxes,
    ...drawing.lanes,
    ...routes.flatMap((route) => (route.label ? [route.label] : [])),
    ...routes.flatMap((route) => route.points.map(([x, y]) => ({ x, y, width: 0, height: 0 }))),
  ]
  return rects.filter((rect) => !within(rect)).length
}
