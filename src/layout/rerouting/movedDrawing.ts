/**
 * A finished drawing whose steps have moved. What moved as a whole takes its flowlines along;
 * only those between what moved apart, and those that something came upon, are routed anew, a few
 * neighbours at a time: the cost grows with what changed, not with the chart.
 */
import type { Arrangement, Point, Rect, Route } from '../arrangement.ts'
import { meets, pieces } from '../coordinates/freeLabel.ts'
import type { Plan } from '../planning/plan.ts'
import { groupOf } from '../routing/routingTable.ts'
import { freelyRouted, windowOf } from './freelyRouted.ts'
import { openBands } from './openBands.ts'
import { extent, stretched } from './rerouted.ts'

/** How far each step moved; null where it is new. */
type Shift = readonly [dx: number, dy: number] | null

/** `rects`: where the steps of the plan stand now. Steps and flowlines that `before` lacks are new. */
export function movedDrawing(plan: Plan, before: Arrangement, rects: readonly Rect[]): Arrangement {
  const shifts = plan.steps.map((step, index) => shiftOf(before.steps[step.id], rects[index]!))
  const taken = plan.flowlines.map((line) =>
    takenAlong(before.flowlines[line.id], shifts[line.from]!, shifts[line.to]!),
  )
  const routes = withoutClashes(plan, rects, shifts, taken)
  const anew = routes.flatMap((route, index) => (route ? [] : [index]))
  const isStill = shifts.every((shift) => shift && shift[0] === 0 && shift[1] === 0)
  if (anew.length === 0 && isStill && plan.steps.length === Object.keys(before.steps).length) return before
  const drawn = drawnAnew({ plan, rects, routes, lanes: before.lanes }, anew)
  const flowlines = Object.fromEntries(plan.flowlines.map((line, index) => [line.id, drawn[index]!]))
  const steps = Object.fromEntries(plan.steps.map((step, index) => [step.id, rects[index]!]))
  const size = extent(before, rects, Object.values(flowlines))
  return { ...before, ...size, steps, flowlines, lanes: stretched(before.lanes, size) }
}

const round = (length: number): number => (Math.abs(length) < 0.01 ? 0 : length)

function shiftOf(before: Rect | undefined, now: Rect): Shift {
  if (!before || before.width !== now.width || before.height !== now.height) return null
  return [round(now.x - before.x), round(now.y - before.y)]
}

const isSame = (a: Shift, b: Shift): boolean =>
  a !== null && b !== null && Math.abs(a[0] - b[0]) < 0.01 && Math.abs(a[1] - b[1]) < 0.01

function takenAlong(route: Route | undefined, from: Shift, to: Shift): Route | null {
  if (!route || !from || !isSame(from, to)) return null
  const [dx, dy] = from
  if (dx === 0 && dy === 0) return route
  const points = route.points.map(([x, y]): Point => [x + dx, y + dy])
  const label = route.label && { ...route.label, x: route.label.x + dx, y: route.label.y + dy }
  return { ...route, points, label }
}

/** What stands still or moves, as pieces that others may come upon. */
interface Piece {
  readonly rect: Rect
  /** -1: of no flowline, but a step or a label. */
  readonly line: number
  readonly owner: number
  readonly shift: Shift
}

/** Units: two parallel flowlines are never nearer, nor a flowline to a step. */
const least = { lines: 7, step: 6, label: 4 } as const

/** Null where a flowline was taken along onto, or overrun by, what moved otherwise. */
function withoutClashes(
  plan: Plan,
  rects: readonly Rect[],
  shifts: readonly Shift[],
  routes: readonly (Route | null)[],
): (Route | null)[] {
  const kept = [...routes]
  const first = shifts[0] ?? null
  if (shifts.every((shift) => isSame(shift, first))) return kept
  const bands = openBands<Piece>()
  for (const [step, rect] of rects.entries()) bands.add({ rect, line: -1, owner: -1, shift: shifts[step]! })
  for (const [line, route] of routes.entries()) {
    if (!route) continue
    const { from, to } = plan.flowlines[line]!
    const own = new Set([rects[from], rects[to]])
    const shift = shifts[from]!
    const mine = piecesOf(route, line, groupOf(plan, line), shift)
    const isClear = mine.every((piece) =>
      bands
        .near(piece.rect)
        .every((other) => isSame(other.shift, shift) || own.has(other.rect) || !clashes(piece, other)),
    )
    if (isClear) for (const piece of mine) bands.add(piece)
    else kept[line] = null
  }
  return kept
}

function piecesOf(route: Route, line: number, owner: number, shift: Shift): readonly Piece[] {
  const label = route.label ? [{ rect: route.label, line: -1, owner: -2, shift }] : []
  return [...pieces(route.points).map((rect) => ({ rect, line, owner, shift })), ...label]
}

function clashes(one: Piece, other: Piece): boolean {
  if (one.owner === other.owner && one.line >= 0) return false
  if (one.line < 0 || other.line < 0) return meets(one.rect, other.rect, least.step)
  const isUpright = (piece: Piece): boolean => piece.rect.width === 0
  if (isUpright(one) === isUpright(other)) return meets(one.rect, other.rect, least.lines - 0.1)
  return meets(one.rect, other.rect, 0.1) && !crosses(one.rect, other.rect)
}

/** Through each other, away from their ends. */
function crosses(one: Rect, other: Rect): boolean {
  const [upright, level] = one.width === 0 ? [one, other] : [other, one]
  return (
    upright.x > level.x + least.lines &&
    upright.x < level.x + level.width - least.lines &&
    level.y > upright.y + least.lines &&
    level.y < upright.y + upright.height - least.lines
  )
}

/** Units of height: flowlines that reach over less are drawn together. */
const together = 1600

type Drawing = Parameters<typeof freelyRouted>[0]

function drawnAnew(drawing: Drawing, anew: readonly number[]): readonly (Route | null)[] {
  const heightOf = (lines: readonly number[]): number => windowOf(drawing, lines).height
  if (anew.length === 0) return drawing.routes
  if (heightOf(anew) <= together) return freelyRouted(drawing, anew)
  const windows = new Map(anew.map((line) => [line, windowOf(drawing, [line])]))
  const topOf = (line: number): number => windows.get(line)!.y
  const isShort = (line: number): boolean => windows.get(line)!.height <= together / 2
  const short = anew.filter(isShort).sort((a, b) => topOf(a) - topOf(b) || a - b)
  const long = anew.filter((line) => !isShort(line))
  let routes = drawing.routes
  for (const some of [...neighbours(short, heightOf), ...long.map((line) => [line])])
    routes = freelyRouted({ ...drawing, routes }, some)
  return routes
}

function neighbours(lines: readonly number[], heightOf: (lines: readonly number[]) => number): number[][] {
  const groups: number[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last && heightOf([...last, line]) <= together) last.push(line)
    else groups.push([line])
  }
  return groups
}
