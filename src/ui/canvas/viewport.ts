/** Where the canvas looks: pure geometry, in px on the screen and units of the drawing. */
import type { Arrangement, Rect, Size } from '../../layout/arrangement.ts'
import type { Chart, Id } from '../../model/chart.ts'

/** A unit (x, y) of the drawing is seen at (x · zoom + this.x, y · zoom + this.y). */
export interface View2d {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** What lies over the canvas: strips along its edges, and the minimap in the lower right corner. */
export interface Covered {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly corner: Size | null
}

/** Names of steps are 14 units; this makes them 12 px, the least that is read with ease. */
export const readable = 12 / 14 + 0.003

const closest = 1.1
/** px around the chart. */
const air = 16

/** The whole chart, clear of what lies over the canvas. */
export function wholeView(chart: Size, canvas: Size, covered: Covered): View2d {
  const free = centred(chart, canvas, covered)
  const { corner } = covered
  if (!corner || isClear(free, chart, canvas, corner)) return free
  const beside = centred(chart, canvas, { ...covered, right: Math.max(covered.right, corner.width) })
  const above = centred(chart, canvas, { ...covered, bottom: Math.max(covered.bottom, corner.height) })
  return beside.zoom >= above.zoom ? beside : above
}

function centred(chart: Size, canvas: Size, covered: Covered): View2d {
  const width = Math.max(1, canvas.width - covered.left - covered.right - 2 * air)
  const height = Math.max(1, canvas.height - covered.top - covered.bottom - 2 * air)
  const zoom = Math.min(closest, width / chart.width, height / chart.height)
  return {
    x: covered.left + air + (width - chart.width * zoom) / 2,
    y: covered.top + air + (height - chart.height * zoom) / 2,
    zoom,
  }
}

function isClear({ x, y, zoom }: View2d, chart: Size, canvas: Size, corner: Size): boolean {
  return (
    x + chart.width * zoom <= canvas.width - corner.width ||
    y + chart.height * zoom <= canvas.height - corner.height
  )
}

/** On opening: the whole chart if it can be read so, otherwise its beginning. */
export function openingView(chart: Chart, arrangement: Arrangement, canvas: Size, covered: Covered): View2d {
  const whole = wholeView(arrangement, canvas, covered)
  const start = arrangement.steps[startOf(chart) ?? '']
  if (whole.zoom >= readable || !start) return whole
  const zoom = readable
  const free = canvas.width - covered.left - covered.right - 2 * air
  const middle = covered.left + air + free / 2
  const x =
    arrangement.width * zoom <= free
      ? middle - (arrangement.width * zoom) / 2
      : clamp(
          middle - (start.x + start.width / 2) * zoom,
          covered.left + air + free - arrangement.width * zoom,
          covered.left + air,
        )
  const top = covered.top + air
  const third = top + (canvas.height - top) / 3
  const y = Math.min(top, third - start.y * zoom)
  return { x, y, zoom }
}

/** The first step that nothing leads to; otherwise the first. */
export function startOf({ steps, flowlines }: Chart): Id | undefined {
  const led = new Set(flowlines.map((line) => line.to))
  const leads = new Set(flowlines.map((line) => line.from))
  return (steps.find((step) => !led.has(step.id) && leads.has(step.id)) ?? steps[0])?.id
}

/** The least move that brings a rectangle into sight, large enough to be read; the same view if it is. */
export function revealing(view: View2d, rect: Rect, canvas: Size, covered: Covered): View2d {
  const zoom = Math.max(view.zoom, readable)
  const middle = { x: canvas.width / 2, y: canvas.height / 2 }
  const at = zoom === view.zoom ? view : zoomed(view, zoom, middle)
  const from = { x: rect.x * zoom + at.x, y: rect.y * zoom + at.y }
  const x = shift(from.x, rect.width * zoom, covered.left + air, canvas.width - covered.right - air)
  const y = shift(from.y, rect.height * zoom, covered.top + air, canvas.height - covered.bottom - air)
  const moved = { x: at.x + x, y: at.y + y, zoom }
  const { corner } = covered
  if (!corner) return sameOr(view, moved)
  const right = rect.x * zoom + moved.x + rect.width * zoom
  const bottom = rect.y * zoom + moved.y + rect.height * zoom
  const under = bottom - (canvas.height - corner.height)
  if (under <= 0 || right <= canvas.width - corner.width) return sameOr(view, moved)
  return { ...moved, y: moved.y - under - air }
}

function sameOr(view: View2d, next: View2d): View2d {
  return next.x === view.x && next.y === view.y && next.zoom === view.zoom ? view : next
}

function zoomed(view: View2d, zoom: number, at: { readonly x: number; readonly y: number }): View2d {
  const factor = zoom / view.zoom
  return { x: at.x - (at.x - view.x) * factor, y: at.y - (at.y - view.y) * factor, zoom }
}

/** How far a stretch must move to lie between two ends; too long a stretch shows its beginning. */
function shift(from: number, length: number, first: number, last: number): number {
  if (from < first || length > last - first) return first - from
  return Math.min(0, last - from - length)
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}

/** A rectangle in the middle of what is free, as large as now if it can be read and fits so. */
export function showing(rect: Rect, canvas: Size, covered: Covered, now: number): View2d {
  const whole = wholeView(rect, canvas, covered)
  const zoom = Math.min(Math.max(now, readable), whole.zoom)
  const middle = { x: whole.x + (rect.width * whole.zoom) / 2, y: whole.y + (rect.height * whole.zoom) / 2 }
  return {
    x: middle.x - (rect.x + rect.width / 2) * zoom,
    y: middle.y - (rect.y + rect.height / 2) * zoom,
    zoom,
  }
}

/** The smallest rectangle around all; undefined if there are none. */
export function around(rects: readonly Rect[]): Rect | undefined {
  if (rects.length === 0) return undefined
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  return {
    x,
    y,
    width: Math.max(...rects.map((rect) => rect.x + rect.width)) - x,
    height: Math.max(...rects.map((rect) => rect.y + rect.height)) - y,
  }
}

/**
 * The step that stays where it is on the screen while the rest is arranged anew: the one that is
 * worked on, or the one nearest to the middle. Steps that were moved by hand do not count.
 */
export function anchorOf(
  before: Arrangement,
  after: Arrangement,
  wanted: readonly (Id | undefined)[],
  middle: { readonly x: number; readonly y: number },
): Id | undefined {
  const both = (id: Id | undefined): id is Id =>
    id !== undefined && before.steps[id] !== undefined && after.steps[id] !== undefined
  const first = wanted.find(both)
  if (first !== undefined) return first
  let nearest: { readonly id: Id; readonly far: number } | undefined
  for (const [id, rect] of Object.entries(before.steps)) {
    const far = Math.hypot(rect.x + rect.width / 2 - middle.x, rect.y + rect.height / 2 - middle.y)
    if (both(id) && (!nearest || far < nearest.far)) nearest = { id, far }
  }
  return nearest?.id
}
