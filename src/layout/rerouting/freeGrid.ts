/**
 * Builds a routing grid over a drawing that already has coordinates: lines through the ports
 * of the steps concerned, beside every step, and along every flowline that stays. The router
 * is the same as for new charts.
 */
import type { Point, Rect } from '../arrangement.ts'
import type { Direction, Lattice, Port } from '../routing/grid.ts'
import { reachAlong, hasAside, type PlannedStep } from '../planning/plan.ts'
import { spacing } from '../spacing.ts'

export interface FreeGrid extends Lattice {
  /** By step: only of those whose flowlines are drawn anew. */
  readonly ports: ReadonlyMap<number, readonly FreePort[]>
}

export interface FreePort extends Port {
  /** Where it lies, along the side: x above and below, y at the left and right. */
  readonly at: number
}

interface Ground {
  /** Nothing is drawn outside: what stands there is not looked at. */
  readonly window: Rect
  readonly steps: readonly PlannedStep[]
  readonly rects: readonly Rect[]
  /** Steps whose flowlines are drawn anew. */
  readonly open: ReadonlyMap<number, Facing>
  /** What stays: flowlines, and the labels that must not be drawn over. */
  readonly kept: readonly (readonly Point[])[]
  readonly labels: readonly Rect[]
  /** Lane borders: never run on them. */
  readonly borders: readonly number[]
}

/** Where the steps at the other ends stand: a flowline meets its step off the middle to run straight. */
interface Facing {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
}

/** Units between a step and a passing flowline; an arrow head fits between. */
const air = 12

interface Wanted {
  readonly at: number
  readonly bias: number
  /** Must be there exactly; others give way to what is near. */
  readonly exact: boolean
}

export function freeGrid(ground: Ground): FreeGrid {
  const xLines = linesOf(ground, 0)
  const yLines = linesOf(ground, 1)
  const width = xLines.length
  const height = yLines.length
  const xs = Float64Array.from(xLines, (line) => line.at)
  const ys = Float64Array.from(yLines, (line) => line.at)
  const blocked = new Uint8Array(width * height)
  for (const rect of ground.rects) block(blocked, xs, ys, rect, air)
  for (const label of ground.labels) block(blocked, xs, ys, label, spacing.label)
  const bare = { width, height, xs, ys, xLines, yLines, blocked }
  const ports = new Map<number, FreePort[]>()
  for (const [step, facing] of ground.open) {
    ports.set(step, portsOf(bare, ground.steps[step]!, ground.rects[step]!, facing))
  }
  return { ...bare, ports }
}

function linesOf(ground: Ground, axis: 0 | 1): Wanted[] {
  const wanted: Wanted[] = []
  for (const [index, rect] of ground.rects.entries()) {
    const [low, size] = axis === 0 ? [rect.x, rect.width] : [rect.y, rect.height]
    for (const track of [0, 1, 2]) {
      const away = spacing.clear + track * spacing.parallel
      wanted.push({ at: low - away, bias: 2 + 2 * track, exact: false })
      wanted.push({ at: low + size + away, bias: 2 + 2 * track, exact: false })
    }
    const facing = ground.open.get(index)
    if (!facing) continue
    for (const { at } of placesOn(ground.steps[index]!, rect, facing, axis)) {
      wanted.push({ at, bias: 4, exact: true })
    }
  }
  for (const points of ground.kept) {
    for (const point of points) wanted.push({ at: point[axis], bias: 2, exact: true })
  }
  const borders = axis === 0 ? ground.borders : []
  const { x, y, width, height } = ground.window
  const [from, to] = axis === 0 ? [x, x + width] : [y, y + height]
  const free = wanted.filter(({ at, exact }) => {
    if (at < from || at > to) return false
    return exact || (at >= 6 && borders.every((border) => Math.abs(border - at) > 5))
  })
  return thinned(free)
}

/** Drops grid lines that are not exact and lie nearer to another line than two flowlines may. */
function thinned(wanted: readonly Wanted[]): Wanted[] {
  const sorted = [...wanted].sort(
    (a, b) => Number(b.exact) - Number(a.exact) || a.bias - b.bias || a.at - b.at,
  )
  const kept: Wanted[] = []
  const near = new Map<number, Wanted[]>()
  for (const line of sorted) {
    const cell = Math.floor(line.at / 8)
    const around = [cell - 1, cell, cell + 1].flatMap((at) => near.get(at) ?? [])
    const least = line.exact ? 0.01 : 8
    if (around.some((other) => Math.abs(other.at - line.at) < least)) continue
    near.set(cell, [...(near.get(cell) ?? []), line])
    kept.push(line)
  }
  return kept.sort((a, b) => a.at - b.at)
}

interface PortPlace {
  readonly at: number
  readonly slot: number
}

/** Where flowlines may meet a step: along its upper and lower side (axis 0), its left and right (1). */
function placesOn(step: PlannedStep, rect: Rect, facing: Facing, axis: 0 | 1): PortPlace[] {
  const upright = axis === 0
  const middle = upright ? rect.x + rect.width / 2 : rect.y + rect.height / 2
  const pitch = upright ? spacing.port : spacing.parallel
  const reach = upright ? reachAlong(step) : hasAside(step) ? pitch : 0
  const slots = (upright ? [-2, -1, 0, 1, 2] : [-1, 0, 1]).filter((slot) => Math.abs(slot) * pitch <= reach)
  const places = slots.map((slot) => ({ at: middle + slot * pitch, slot }))
  if (step.kind === 'decision') return places
  for (const at of new Set(upright ? facing.xs : facing.ys)) {
    const away = Math.abs(at - middle)
    if (away > 0.01 && away < pitch - 0.01 && away <= reach) places.push({ at, slot: 0.4 })
  }
  return places
}

function block(blocked: Uint8Array, xs: Float64Array, ys: Float64Array, rect: Rect, margin: number): void {
  const left = firstAbove(xs, rect.x - margin)
  const right = firstFrom(xs, rect.x + rect.width + margin)
  const top = firstAbove(ys, rect.y - margin)
  const bottom = firstFrom(ys, rect.y + rect.height + margin)
  for (let y = top; y < bottom; y++) blocked.fill(1, y * xs.length + left, y * xs.length + right)
}

/** Index of the first line beyond a place; `firstFrom` counts the place itself. */
function firstAbove(lines: Float64Array, place: number): number {
  return firstFrom(lines, place + 1e-6)
}

export function firstFrom(lines: Float64Array, place: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (lines[middle]! < place - 1e-6) low = middle + 1
    else high = middle
  }
  return low
}

/** A port is the blocked point before the first free one: the piece between them can have one owner only. */
function portsOf(grid: Lattice, step: PlannedStep, rect: Rect, facing: Facing): FreePort[] {
  const found: FreePort[] = []
  const { width, xs, ys } = grid
  const add = (x: number, y: number, direction: Direction, slot: number, at: number): void => {
    const outwardX = x + (direction === 1 ? 1 : direction === 3 ? -1 : 0)
    const outwardY = y + (direction === 2 ? 1 : direction === 0 ? -1 : 0)
    if (x < 0 || y < 0 || x >= width || y >= ys.length) return
    if (outwardX < 0 || outwardY < 0 || outwardX >= width || outwardY >= ys.length) return
    if (grid.blocked[outwardY * width + outwardX]) return
    found.push({ point: y * width + x, direction, slot, at })
  }
  const top = firstAbove(ys, rect.y - air)
  const bottom = firstFrom(ys, rect.y + rect.height + air) - 1
  for (const { at, slot } of placesOn(step, rect, facing, 0)) {
    const x = firstFrom(xs, at)
    add(x, top, 0, slot, at)
    add(x, bottom, 2, slot, at)
  }
  const left = firstAbove(xs, rect.x - air)
  const right = firstFrom(xs, rect.x + rect.width + air) - 1
  for (const { at, slot } of placesOn(step, rect, facing, 1)) {
    const y = firstFrom(ys, at)
    add(left, y, 3, slot, at)
    add(right, y, 1, slot, at)
  }
  return found
}
