/**
 * The lines of a drawing as a network: every end stands at a figure or at a joint with another line. An
 * end that is not glued belongs to the figure that it touches; else to the line that it touches, in
 * whose body it makes a joint; else to the figure that is nearest, or that its last stretch points at.
 */
import { boxAround, boxGrid, pointToBox, pointToSegment, lineSegments, type Grid } from './geometry.ts'
import type { FigureBox, FigurePoint, SceneLine } from './scene.ts'

/** A figure that lines may end at. */
export interface FigureStop {
  readonly id: string
  readonly box: FigureBox | undefined
}

/** A stretch of a line between two nodes: ids of figures, or joints (`+0`, `+1` …). */
export interface Stretch {
  readonly a: string
  readonly b: string
  readonly headA: boolean
  readonly headB: boolean
  readonly line: SceneLine
  readonly path: readonly FigurePoint[]
}

export interface Network {
  readonly stretches: readonly Stretch[]
  /** Lines whose end was found by its direction only. */
  readonly guessed: ReadonlySet<string>
}

/** Points. Ends drawn by hand are off by up to 6 pt; draw.io's loose ends by 20 px (15 pt). */
const touching = 3
const reach = 16
const lineReach = 6
/** Two ends drawn by hand for one corner are off from each other by more. */
const cornerReach = 10
const headReach = 8
const rayReach = 48

export function isJoint(node: string): boolean {
  return node.startsWith('+')
}

interface End {
  readonly line: SceneLine
  readonly side: 'start' | 'end'
  readonly point: FigurePoint | undefined
  readonly glued: string | undefined
  readonly headed: boolean
}

interface Cut {
  readonly node: string
  /** Place along the line: index of the segment plus how far in it. */
  readonly at: number
}

interface Piece {
  readonly line: SceneLine
  readonly index: number
  readonly a: FigurePoint
  readonly b: FigurePoint
}

export function networkOf(lines: readonly SceneLine[], stops: readonly FigureStop[]): Network {
  const known = new Set(stops.map(({ id }) => id))
  const placed = stops.flatMap(({ id, box }) => (box ? [{ id, box }] : []))
  const pieces = lines.flatMap((line) =>
    lineSegments(line.path).map(({ a, b }, index) => ({ line, index, a, b })),
  )
  const search: Search = {
    shapes: boxGrid(placed, ({ box }) => box),
    bodies: boxGrid(pieces, ({ a, b }) => boxAround([a, b])),
    nodes: new Map(),
    cuts: new Map(),
    guessed: new Set(),
  }
  const ends = lines.flatMap((line) => endsOf(line, known))
  // Ends that touch a figure come first, so that an end that meets one of them shares its figure.
  for (const end of ends) placeTouching(end, search)
  for (const end of ends) placeByLine(end, search)
  for (const end of ends) placeByDirection(end, search)
  return {
    guessed: search.guessed,
    stretches: lines.flatMap((line) =>
      stretchesOf(
        line,
        search.nodes.get(`start ${line.id}`)!,
        search.nodes.get(`end ${line.id}`)!,
        search.cuts.get(line.id) ?? [],
      ),
    ),
  }
}

interface Search {
  readonly shapes: Grid<{ readonly id: string; readonly box: FigureBox }>
  readonly bodies: Grid<Piece>
  /** Node of each end that is placed: `start id`, `end id`. */
  readonly nodes: Map<string, string>
  /** Joints in the body of a line. */
  readonly cuts: Map<string, Cut[]>
  readonly guessed: Set<string>
}

function endsOf(line: SceneLine, known: ReadonlySet<string>): readonly End[] {
  const glue = (id: string | undefined) => (id !== undefined && known.has(id) ? id : undefined)
  return [
    { line, side: 'start', point: line.path[0], glued: glue(line.from), headed: line.startHead },
    { line, side: 'end', point: line.path.at(-1), glued: glue(line.to), headed: line.endHead },
  ]
}

function keyOf({ line, side }: End): string {
  return `${side} ${line.id}`
}

function placeTouching(end: End, search: Search): void {
  const node = end.glued ?? touched(end, search)
  if (node !== undefined) search.nodes.set(keyOf(end), node)
}

function touched({ point, line, side }: End, search: Search): string | undefined {
  const shape = point && nearestShape(point, search, { line, side })
  return shape && shape.distance <= touching ? shape.id : undefined
}

function placeByLine(end: End, search: Search): void {
  const { point } = end
  if (!point || search.nodes.has(keyOf(end))) return
  const shape = nearestShape(point, search, end)
  // A head points at a figure rather than at a line.
  const isNear = shape !== undefined && end.headed && shape.distance <= headReach
  const node = isNear ? shape.id : (jointAt(end, point, search, shape?.distance ?? Infinity) ?? shape?.id)
  if (node !== undefined) search.nodes.set(keyOf(end), node)
}

function placeByDirection(end: End, search: Search): void {
  if (search.nodes.has(keyOf(end))) return
  const ahead = shapeAhead(end, search)
  if (ahead !== undefined) search.guessed.add(end.line.id)
  search.nodes.set(keyOf(end), ahead ?? looseNode(end))
}

function looseNode({ line, side }: End): string {
  return `+${side} ${line.id}`
}

/** Of several at the same distance the smallest: a box stands on its frame. The other end's figure is not it. */
function nearestShape(point: FigurePoint, { shapes }: Search, { line, side }: Pick<End, 'line' | 'side'>) {
  const other = side === 'start' ? line.to : line.from
  let best: { readonly id: string; readonly distance: number; readonly size: number } | undefined
  for (const { id, box } of shapes.near(
    { left: point.x, right: point.x, top: point.y, bottom: point.y },
    reach,
  )) {
    const distance = pointToBox(point, box)
    const size = (box.right - box.left) * (box.bottom - box.top)
    if (distance > reach || (id === other && distance > touching)) continue
    if (!best || distance < best.distance || (distance === best.distance && size < best.size))
      best = { id, distance, size }
  }
  return best
}

/** The joint with the nearest other line, made where there is none yet. */
function jointAt(end: End, point: FigurePoint, search: Search, nearer: number): string | undefined {
  let best: { readonly piece: Piece; readonly distance: number; readonly at: number } | undefined
  const around = { left: point.x, right: point.x, top: point.y, bottom: point.y }
  for (const piece of search.bodies.near(around, cornerReach)) {
    if (piece.line.id === end.line.id) continue
    const { distance, at } = pointToSegment(point, piece)
    const most = endMet(piece.line, point) === undefined ? lineReach : cornerReach
    if (distance <= most && distance < (best?.distance ?? nearer)) best = { piece, distance, at }
  }
  if (!best) return undefined
  const { piece, at } = best
  const { line } = piece
  const met = endMet(line, point)
  if (met !== undefined) {
    // The other end may not be placed yet: both then share one joint.
    const node = search.nodes.get(met) ?? looseNode(end)
    search.nodes.set(met, node)
    return node
  }
  const node = looseNode(end)
  search.cuts.set(line.id, [...(search.cuts.get(line.id) ?? []), { node, at: piece.index + at }])
  return node
}

function endMet(line: SceneLine, point: FigurePoint): string | undefined {
  const near = (other: FigurePoint | undefined) =>
    other !== undefined && Math.hypot(other.x - point.x, other.y - point.y) <= cornerReach
  if (near(line.path[0]) && line.from === undefined) return `start ${line.id}`
  return near(line.path.at(-1)) && line.to === undefined ? `end ${line.id}` : undefined
}

/** The figure that the last stretch of the line points at, if it is near. */
function shapeAhead({ line, side }: End, { shapes }: Search): string | undefined {
  const path = side === 'start' ? [...line.path].reverse() : line.path
  const tip = path.at(-1)
  const before = [...path].reverse().find((point) => point.x !== tip?.x || point.y !== tip.y)
  if (!tip || !before) return undefined
  const length = Math.hypot(tip.x - before.x, tip.y - before.y)
  for (let step = 4; step <= rayReach; step += 4) {
    const point = {
      x: tip.x + ((tip.x - before.x) / length) * step,
      y: tip.y + ((tip.y - before.y) / length) * step,
    }
    const around = { left: point.x, right: point.x, top: point.y, bottom: point.y }
    for (const { id, box } of shapes.near(around, 1)) if (pointToBox(point, box) === 0) return id
  }
  return undefined
}

function stretchesOf(line: SceneLine, start: string, end: string, cuts: readonly Cut[]): readonly Stretch[] {
  const sorted = [...cuts].sort((one, other) => one.at - other.at)
  const nodes = [start, ...sorted.map(({ node }) => node), end]
  const places = [0, ...sorted.map(({ at }) => at), line.path.length - 1]
  return nodes.slice(1).map((b, index) => ({
    a: nodes[index]!,
    b,
    headA: index === 0 && line.startHead,
    headB: index === nodes.length - 2 && line.endHead,
    line,
    path: partOf(line.path, places[index]!, places[index + 1]!),
  }))
}

function partOf(path: readonly FigurePoint[], from: number, to: number): readonly FigurePoint[] {
  const inner = path.filter((_, index) => index > from && index < to)
  return [pointAt(path, from), ...inner, pointAt(path, to)].flatMap((point) => point ?? [])
}

function pointAt(path: readonly FigurePoint[], at: number): FigurePoint | undefined {
  const a = path[Math.floor(at)]
  const b = path[Math.ceil(at)]
  if (!a || !b) return a ?? b
  const part = at - Math.floor(at)
  return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }
}
