/**
 * 并行: the bars of what is done side by side. The router knows no bars; here the flowlines of a fork are
 * led over one bar below it, those of a join over one above, where that bar would touch nothing else.
 * Where it would, the flowlines stay and the bar lies on the side of the step. Derived for drawing.
 */
import type { Chart, Flowline, Id } from '../../model/chart.ts'
import type { Arrangement, Point, Rect, Route } from '../arrangement.ts'
import { freeLabel, meets, pieces } from '../coordinates/freeLabel.ts'
import { spacing } from '../spacing.ts'
import {
  barSize as bar,
  crossEach,
  isSame,
  ledOver,
  ledStraight,
  pointsLeft,
  type Led,
  type Side,
} from './ledOverBar.ts'

export interface ParallelBar {
  readonly step: Id
  readonly side: Side
  readonly rect: Rect
  /** Between step and bar, in the direction of the flow; null where the bar lies on the step. */
  readonly stem: readonly Point[] | null
}

export interface ParallelDrawing {
  readonly bars: readonly ParallelBar[]
  /** Of all flowlines, over the bars. */
  readonly routes: { readonly [flowline: Id]: Route }
  /** By flowline: the pieces that a bar and its stem draw already, from the beginning and to the end. */
  readonly drawn: { readonly [flowline: Id]: { readonly before: number; readonly after: number } }
}

/** The same for all charts without them, so that nothing is drawn anew. */
const noBars: readonly ParallelBar[] = []

export function parallelBars(chart: Chart, arrangement: Arrangement): ParallelDrawing {
  const marked = chart.steps.filter(({ id, parallel }) => parallel && arrangement.steps[id])
  const plain: ParallelDrawing = { bars: noBars, routes: arrangement.flowlines, drawn: {} }
  const isDown = arrangement.boxes?.direction !== 'right'
  let drawing: Drawn = {
    steps: isDown ? arrangement.steps : mapped(arrangement.steps, turnedRect),
    routes: { ...(isDown ? plain.routes : mapped(plain.routes, turnedRoute)) },
    bars: [],
    drawn: {},
    targetOf: new Map(chart.flowlines.map(({ id, to }) => [id, to])),
  }
  for (const { id, parallel } of marked)
    for (const side of ['fork', 'join'] as const)
      if (parallel === side || parallel === 'both')
        drawing = withBar(drawing, linesAt(chart, id, side, drawing), id, side)
  if (marked.length === 0) return plain
  if (isDown) return drawing
  return {
    bars: drawing.bars.map((one) => ({
      ...one,
      rect: turnedRect(one.rect),
      stem: one.stem && one.stem.map(turnedPoint),
    })),
    routes: mapped(drawing.routes, turnedRoute),
    drawn: drawing.drawn,
  }
}

interface Drawn extends ParallelDrawing {
  readonly steps: { readonly [step: Id]: Rect }
  readonly targetOf: ReadonlyMap<Id, Id>
}

function linesAt(chart: Chart, id: Id, side: Side, { routes }: Drawn): readonly Flowline[] {
  return chart.flowlines.filter((line) => {
    const route = routes[line.id]
    return route && !route.return && line.from !== line.to && line[side === 'fork' ? 'from' : 'to'] === id
  })
}

/** Of the heights where the bar is free, the one that leaves the fewest bends. */
function withBar(drawing: Drawn, lines: readonly Flowline[], step: Id, side: Side): Drawn {
  const box = drawing.steps[step]!
  let best: { readonly drawn: Drawn; readonly corners: number } | undefined
  for (const y of lines.length > 1 ? heights(drawing, lines, box, side) : []) {
    const bar = barAt(drawing, { lines, step, side, y })
    if (bar === null) continue
    const corners = bar.led.reduce((sum, one) => sum + pointsLeft(one), 0)
    if (best && best.corners <= corners) continue
    const drawn = laid(drawing, bar)
    if (drawn) best = { drawn, corners }
  }
  if (best) return best.drawn
  const edge = side === 'fork' ? box.y + box.height : box.y - bar.thick
  const rect = { x: box.x, y: edge, width: box.width, height: bar.thick }
  return { ...drawing, bars: [...drawing.bars, { step, side, rect, stem: null }] }
}

interface Asked {
  readonly lines: readonly Flowline[]
  readonly step: Id
  readonly side: Side
  readonly y: number
}

function barAt(drawing: Drawn, { lines, step, side, y }: Asked): Laid | null {
  const box = drawing.steps[step]!
  const middle = box.x + box.width / 2
  const isFree = freeIn(drawing, lines, step)
  const led = lines.map((line) => {
    const route = drawing.routes[line.id]!
    const lead = { x: middle, box, y, side }
    const other = drawing.steps[side === 'fork' ? line.to : line.from]!
    const straight = ledStraight(route, lead, other)
    const over = ledOver(route, lead)
    const isBetter = straight !== null && (over === null || pointsLeft(straight) < pointsLeft(over))
    return isBetter && isFree(straight.fresh) ? straight : over
  })
  if (!led.every((one) => one !== null) || crossEach(led, y)) return null
  const xs = [middle, ...led.map(({ x }) => x)]
  if (xs.every((x) => isSame(x, middle))) return null
  const [left, right] = [Math.min(...xs) - bar.beyond, Math.max(...xs) + bar.beyond]
  const rect = { x: left, y: y - bar.thick / 2, width: right - left, height: bar.thick }
  const ends: readonly Point[] = [
    [middle, side === 'fork' ? box.y + box.height : box.y],
    [middle, y],
  ]
  return { lines, led, step, side, rect, stem: side === 'fork' ? ends : [...ends].reverse() }
}

/** Where the bar may lie: half-way where that is free, else where a flowline turns, the nearest to its step first. */
function heights(
  { routes, steps }: Drawn,
  lines: readonly Flowline[],
  box: Rect,
  side: Side,
): readonly number[] {
  const bends = lines.flatMap(({ id }) => routes[id]!.points.map(([, y]) => y))
  const others = lines.map((line) => steps[side === 'fork' ? line.to : line.from]!)
  const isFork = side === 'fork'
  const above = isFork ? box.y + box.height : Math.max(...others.map(({ y, height }) => y + height))
  const below = isFork ? Math.min(...others.map(({ y }) => y)) : box.y
  const [first, last] = [above + bar.clear, below - bar.arrow]
  const sorted = [...new Set(bends)].sort((a, b) => (isFork ? a - b : b - a))
  return [(first + last) / 2, ...sorted].filter((y) => y >= first && y <= last)
}

interface Laid {
  readonly lines: readonly Flowline[]
  readonly led: readonly Led[]
  readonly step: Id
  readonly side: Side
  readonly rect: Rect
  readonly stem: readonly Point[]
}

/** Straight across, as flowlines cross each other. */
function crosses(run: Rect, piece: Rect): boolean {
  const [along, across, start, other] =
    piece.width > piece.height
      ? (['height', 'width', 'y', 'x'] as const)
      : (['width', 'height', 'x', 'y'] as const)
  const isThrough =
    run[start] < piece[start] - spacing.label &&
    run[start] + run[along] > piece[start] + piece[along] + spacing.label
  const isInside =
    run[other] > piece[other] + spacing.label && run[other] < piece[other] + piece[across] - spacing.label
  return isThrough && isInside
}

/** Whether a piece touches nothing but the flowlines that are led over the bar, and crosses others at right angles only. */
function freeIn(drawing: Drawn, lines: readonly Flowline[], step: Id): (piece: Rect) => boolean {
  const ownIds = new Set(lines.map(({ id }) => id))
  const foreign = Object.entries(drawing.routes).flatMap(([id, route]) => (ownIds.has(id) ? [] : [route]))
  const boxes = Object.entries(drawing.steps).flatMap(([id, box]) => (id === step ? [] : [box]))
  const labels = foreign.flatMap(({ label }) => label ?? [])
  const runs = foreign.flatMap(({ points }) => pieces(points))
  const bars = drawing.bars.map((one) => one.rect)
  const solid = [...boxes, ...labels, ...bars]
  return (piece) =>
    !solid.some((other) => meets(other, piece, spacing.label)) &&
    !runs.some((run) => meets(run, piece, spacing.label) && !crosses(run, piece))
}

/** The drawing with the bar, where bar and stem touch nothing and every label finds a place. */
function laid(drawing: Drawn, { lines, led, step, side, rect, stem }: Laid): Drawn | null {
  const ownIds = new Set(lines.map(({ id }) => id))
  const foreign = Object.entries(drawing.routes).filter(([id]) => !ownIds.has(id))
  const boxes = Object.entries(drawing.steps).flatMap(([id, box]) => (id === step ? [] : [box]))
  const labels = foreign.flatMap(([, { label }]) => (label ? [label] : []))
  const [trunk] = pieces(stem) as [Rect]
  const bars = drawing.bars.map((one) => one.rect)
  const isFree = freeIn(drawing, lines, step)
  if (!isFree(rect) || !isFree(trunk)) return null
  const routes: Record<Id, Route> = { ...drawing.routes }
  const targets = new Set(lines.map(({ to }) => to))
  for (const [id, route] of foreign) if (targets.has(drawing.targetOf.get(id)!)) routes[id] = whole(route)
  for (const [at, { route }] of led.entries()) routes[lines[at]!.id] = route
  for (const [at, { route, x }] of led.entries()) {
    if (!route.label) continue
    const { id } = lines[at]!
    const around = [...boxes, ...labels, ...bars, drawing.steps[step]!, rect, trunk]
    const others = Object.entries(routes).flatMap(([other, { points }]) =>
      other === id ? [] : pieces(points),
    )
    const label = besideBar(route, x, rect, { around, others })
    if (!label) return null
    routes[id] = { ...route, label }
    labels.push(label)
  }
  const drawn = Object.fromEntries(
    led.map(({ before, after }, at) => {
      const { id } = lines[at]!
      const known = drawing.drawn[id] ?? { before: 0, after: 0 }
      return [id, { before: Math.max(known.before, before), after: Math.max(known.after, after) }]
    }),
  )
  return {
    ...drawing,
    routes,
    drawn: { ...drawing.drawn, ...drawn },
    bars: [...drawing.bars, { step, side, rect, stem }],
  }
}

interface Around {
  readonly around: readonly Rect[]
  readonly others: readonly Rect[]
}

/** The first free place of a label: beside the flowline behind (before) the bar, else on the bar where it leaves. */
function besideBar({ label, points }: Route, x: number, bar: Rect, { around, others }: Around): Rect | null {
  const { width, height } = label!
  const upright = points.filter((point) => point[0] === x)
  const beside = freeLabel({ width, height }, upright, { rects: around, lines: [] })
  const places: readonly Rect[] = [
    beside,
    { x: x - width / 2, y: bar.y - spacing.label - height, width, height },
    { x: x - width / 2, y: bar.y + bar.height + spacing.label, width, height },
  ]
  const isFree = (place: Rect): boolean =>
    ![...around, ...others].some((other) => meets(other, place, 1)) &&
    !pieces(points).some((own) => own.width < own.height && meets(own, place, 1))
  return places.find(isFree) ?? null
}

/** What another flowline drew of it may be led elsewhere now. */
const whole = ({ points, label, return: isReturn }: Route): Route => ({ points, label, return: isReturn })

const turnedPoint = ([x, y]: Point): Point => [y, x]
const turnedRect = ({ x, y, width, height }: Rect): Rect => ({ x: y, y: x, width: height, height: width })
const turnedRoute = (route: Route): Route => ({
  ...route,
  points: route.points.map(turnedPoint),
  label: route.label && turnedRect(route.label),
})

function mapped<T, U>(things: { readonly [id: Id]: T }, to: (thing: T) => U): { readonly [id: Id]: U } {
  return Object.fromEntries(Object.entries(things).map(([id, thing]) => [id, to(thing)]))
}
