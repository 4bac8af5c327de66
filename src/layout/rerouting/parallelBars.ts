/**
 * 并行: the bars of what is done side by side. The router knows no bars; here the flowlines of a fork are
 * led over one bar below it, those of a join over one above, where that bar would touch nothing else.
 * Where it would, the flowlines stay and the bar lies on the side of the step. Derived for drawing.
 */
import type { Chart, Flowline, Id } from '../../model/chart.ts'
import type { Arrangement, Point, Rect, Route } from '../arrangement.ts'
import { freeLabel, meets, pieces } from '../coordinates/freeLabel.ts'
import { spacing } from '../spacing.ts'

export interface ParallelBar {
  readonly step: Id
  readonly side: 'fork' | 'join'
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

/** Units: how thick, how far beyond the outermost flowline, and the least from a step without and with an arrow head. */
const bar = { thick: 5, beyond: 9, clear: 7, arrow: 11.5 } as const

type Side = ParallelBar['side']

export function parallelBars(chart: Chart, arrangement: Arrangement): ParallelDrawing {
  const marked = chart.steps.filter(({ id, parallel }) => parallel && arrangement.steps[id])
  const plain: ParallelDrawing = { bars: [], routes: arrangement.flowlines, drawn: {} }
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
    const corners = bar.led.reduce(
      (sum, { route, before, after }) => sum + route.points.length - before - after,
      0,
    )
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
  const led = lines.map(({ id }) => ledOver(drawing.routes[id]!, { x: middle, box, y, side }))
  if (!led.every((one) => one !== null)) return null
  const xs = [middle, ...led.map(({ x }) => x)]
  if (new Set(xs).size < 2) return null
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

interface Led {
  /** Where it meets the bar. */
  readonly x: number
  readonly route: Route
  readonly before: number
  readonly after: number
}

interface Lead {
  /** Of the stem. */
  readonly x: number
  readonly box: Rect
  readonly y: number
  readonly side: Side
}

/** The flowline over the bar; null where it does not run down through the bar's height. */
function ledOver({ points, joins, ...route }: Route, { x, box, y, side }: Lead): Led | null {
  const downs = [...points.keys()].filter((index) => {
    const [[fromX, from], [toX, to] = [NaN, 0]] = [points[index]!, points[index + 1]]
    return fromX === toX && from <= y && to >= y && to > from
  })
  // Where two pieces meet the bar, a turn between them falls away.
  const at = side === 'fork' ? downs.at(-1) : downs[0]
  if (at === undefined || (joins !== undefined && joins <= at && side === 'fork')) return null
  const down = points[at]![0]
  const across: readonly Point[] =
    down === x
      ? []
      : [
          [x, y],
          [down, y],
        ]
  if (side === 'fork') {
    const rest = points.slice(at + 1)
    const before = across.length
    const own = joins === undefined ? {} : { joins: joins + before - at }
    return {
      x: down,
      before,
      after: 0,
      route: { ...route, ...own, points: [[x, box.y + box.height], ...across, ...rest] },
    }
  }
  const head = points.slice(0, at + 1)
  const led = [...head, ...[...across].reverse(), [x, box.y] as const]
  return { x: down, before: 0, after: across.length, route: { ...route, points: led } }
}

interface Laid {
  readonly lines: readonly Flowline[]
  readonly led: readonly Led[]
  readonly step: Id
  readonly side: Side
  readonly rect: Rect
  readonly stem: readonly Point[]
}

/** The drawing with the bar, where bar and stem touch nothing and every label finds a place. */
function laid(drawing: Drawn, { lines, led, step, side, rect, stem }: Laid): Drawn | null {
  const own = new Set(lines.map(({ id }) => id))
  const foreign = Object.entries(drawing.routes).filter(([id]) => !own.has(id))
  const boxes = Object.entries(drawing.steps).flatMap(([id, box]) => (id === step ? [] : [box]))
  const labels = foreign.flatMap(([, { label }]) => (label ? [label] : []))
  const [trunk] = pieces(stem) as [Rect]
  const runs = foreign.flatMap(([, { points }]) => pieces(points))
  const bars = drawing.bars.map((one) => one.rect)
  const isFree = (piece: Rect): boolean =>
    ![...boxes, ...labels, ...bars].some((other) => meets(other, piece, spacing.label)) &&
    !runs.some((other) => meets(other, piece, spacing.label))
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
