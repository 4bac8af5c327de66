/**
 * Counts on lines of any slant, for engines that draw such lines. On orthogonal ones the
 * numbers are those of test/layout/metrics.ts. A label beside or on its own flowline is
 * no hit here: where labels stand is a matter of taste, what they hide is not.
 */
import type { Arrangement, Point, Rect } from '../../src/layout/arrangement.ts'
import type { Chart, StepKind } from '../../src/model/chart.ts'

export interface Hits {
  readonly crossings: number
  readonly overlaps: number
  readonly throughStep: number
  readonly labelsHit: number
}

interface Line {
  readonly to: string
  readonly from: string
  readonly label: Rect | null
  readonly end: Point
  readonly segments: readonly Segment[]
}

type Segment = readonly [a: Point, b: Point]

export function hitsOf(chart: Chart, drawing: Arrangement): Hits {
  const kinds = new Map(chart.steps.map(({ id, kind }) => [id, kind]))
  const lines = chart.flowlines.flatMap(({ id, from, to }): Line[] => {
    const route = drawing.flowlines[id]
    if (!route) return []
    const { points, label } = route
    const segments = points.slice(1).map((b, at): Segment => [points[at]!, b])
    return [{ from, to, label, end: points.at(-1)!, segments }]
  })
  return {
    crossings: crossings(lines),
    overlaps: pairs(lines).filter(([a, b]) => overlap(a, b)).length,
    throughStep: throughStep(lines, drawing, kinds),
    labelsHit: labelsHit(lines, drawing, kinds),
  }
}

function pairs<T>(list: readonly T[]): (readonly [T, T])[] {
  return list.flatMap((a, at) => list.slice(at + 1).map((b) => [a, b] as const))
}

/** One place counts once, however many flowlines run through it together. */
function crossings(lines: readonly Line[]): number {
  const found = new Set<string>()
  for (const [one, other] of pairs(lines)) {
    for (const a of one.segments) {
      for (const b of other.segments) {
        const meeting = meetingOf(a, b)
        if (meeting) found.add(`${Math.round(meeting[0] / 2)} ${Math.round(meeting[1] / 2)}`)
      }
    }
  }
  return found.size
}

/** Where two segments cross, more than half a unit from any of their ends. */
function meetingOf([a, b]: Segment, [c, d]: Segment): Point | undefined {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]]
  const area = ux * vy - uy * vx
  if (Math.abs(area) < 1e-9) return undefined
  const along = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / area
  const across = ((c[0] - a[0]) * uy - (c[1] - a[1]) * ux) / area
  const inside = isInside(along, Math.hypot(ux, uy)) && isInside(across, Math.hypot(vx, vy))
  return inside ? [a[0] + along * ux, a[1] + along * uy] : undefined
}

const isInside = (part: number, length: number): boolean => part * length > 0.5 && (1 - part) * length > 0.5

/** Two flowlines on one another for more than 3 units; a last stretch to the same end may be shared. */
function overlap(one: Line, other: Line): boolean {
  const share = one.to === other.to && distance(one.end, other.end) < 0.5
  const most = share ? { from: 0.01, to: 2 } : { from: 0, to: 2 }
  return one.segments.some((a) => other.segments.some((b) => overlapLength(a, b, most) > 3))
}

/** How long `b` runs along `a`, if it is parallel and as far from it as said. */
function overlapLength([a, b]: Segment, [c, d]: Segment, apart: { from: number; to: number }): number {
  const length = distance(a, b)
  const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
  const along = ([x, y]: Point): number => (x - a[0]) * ux + (y - a[1]) * uy
  const off = ([x, y]: Point): number => Math.abs((y - a[1]) * ux - (x - a[0]) * uy)
  const furthest = Math.max(off(c), off(d))
  if (!(furthest >= apart.from && furthest <= apart.to)) return 0
  return Math.min(length, Math.max(along(c), along(d))) - Math.max(0, Math.min(along(c), along(d)))
}

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1])

function throughStep(
  lines: readonly Line[],
  drawing: Arrangement,
  kinds: ReadonlyMap<string, StepKind>,
): number {
  let count = 0
  for (const { from, to, segments } of lines) {
    for (const [id, rect] of Object.entries(drawing.steps)) {
      const inner = shrunk(rect, 2)
      // Of its own ends only the drawn outline counts: it may end on the slanted side of a diamond.
      const diamond = (id === from || id === to) && kinds.get(id) === 'decision'
      if (segments.some((segment) => (diamond ? entersDiamond(segment, inner) : enters(segment, inner))))
        count++
    }
  }
  return count
}

const shrunk = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
})

/** Whether a segment has more than a point in a rectangle: cut off at its four sides (Liang and Barsky). */
function enters([a, b]: Segment, rect: Rect): boolean {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  let [first, last] = [0, 1]
  const sides = [
    [-dx, a[0] - rect.x],
    [dx, rect.x + rect.width - a[0]],
    [-dy, a[1] - rect.y],
    [dy, rect.y + rect.height - a[1]],
  ] as const
  for (const [rate, room] of sides) {
    if (rate === 0 && room <= 0.01) return false
    if (rate < 0) first = Math.max(first, room / rate)
    if (rate > 0) last = Math.min(last, room / rate)
  }
  return (last - first) * Math.hypot(dx, dy) > 0.01
}

/** The nearest to the middle, as a diamond measures, is at an end or where the segment passes an axis. */
function entersDiamond([a, b]: Segment, rect: Rect): boolean {
  const middle: Point = [rect.x + rect.width / 2, rect.y + rect.height / 2]
  const parts = [0, 1, ...([0, 1] as const).map((axis) => (middle[axis] - a[axis]) / (b[axis] - a[axis]))]
  return parts.some((part) => {
    if (!(part >= 0 && part <= 1)) return false
    const [x, y] = [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])]
    return Math.abs(x - middle[0]) / (rect.width / 2) + Math.abs(y - middle[1]) / (rect.height / 2) < 0.98
  })
}

function labelsHit(
  lines: readonly Line[],
  drawing: Arrangement,
  kinds: ReadonlyMap<string, StepKind>,
): number {
  const labels = lines.flatMap(({ label }) => (label ? [label] : []))
  let count = pairs(labels).filter(([a, b]) => meet(a, b)).length
  for (const line of lines) {
    const { label } = line
    if (!label) continue
    for (const [id, rect] of Object.entries(drawing.steps)) {
      const diamond = kinds.get(id) === 'decision'
      if (diamond ? meetsDiamond(label, rect) : meet(label, shrunk(rect, 0.5))) count++
    }
    for (const other of lines) {
      if (other !== line && other.segments.some((segment) => enters(segment, label))) count++
    }
  }
  return count
}

function meet(a: Rect, b: Rect): boolean {
  const apart = 0.01
  return (
    a.x < b.x + b.width - apart &&
    b.x < a.x + a.width - apart &&
    a.y < b.y + b.height - apart &&
    b.y < a.y + a.height - apart
  )
}

function meetsDiamond(label: Rect, rect: Rect): boolean {
  const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2]
  const dx = Math.max(label.x - x, x - label.x - label.width, 0)
  const dy = Math.max(label.y - y, y - label.y - label.height, 0)
  return dx / (rect.width / 2) + dy / (rect.height / 2) < 0.98
}
