/**
 * What of a large drawing is kept in the page: what is seen and its surroundings, so that panning
 * draws nothing anew until it leaves them. Seen from far, steps are only places to press; one picture
 * shows them all.
 */
import type { Rect, Size } from '../../layout/arrangement.ts'
import type { View2d } from './viewport.ts'

export interface SeenArea {
  /** Units of the drawing; null: all of it. */
  readonly area: Rect | null
  /** Too small to be read. */
  readonly isFar: boolean
}

/** Charts of up to so many steps are in the page as a whole: the keyboard and screen readers go through all. */
export const mostWhole = 120

export const allSeen: SeenArea = { area: null, isFar: false }
export const nothingSeen: SeenArea = { area: { x: 0, y: 0, width: 0, height: 0 }, isFar: false }

/** Below `far` names are under 4 px high; back to figures a little later, so that a zoom does not flicker. */
const zooms = { far: 0.28, near: 0.32 } as const

/** The same object while it still serves. `keep`: what is in the page must stay, as a box is drawn over it. */
export function seenArea(view: View2d, size: Size, before: SeenArea, options: { keep: boolean }): SeenArea {
  const isFar = view.zoom < (before.isFar ? zooms.near : zooms.far)
  const seen = {
    x: -view.x / view.zoom,
    y: -view.y / view.zoom,
    width: size.width / view.zoom,
    height: size.height / view.zoom,
  }
  const held = before.area
  if (held && isFar === before.isFar && holds(held, seen) && (options.keep || !isWasteful(held, seen)))
    return before
  const area = {
    x: seen.x - seen.width / 2,
    y: seen.y - seen.height / 2,
    width: 2 * seen.width,
    height: 2 * seen.height,
  }
  return { area: options.keep && held ? around(area, held) : area, isFar }
}

const holds = (outer: Rect, inner: Rect): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height

/** After zooming in, most of what is kept is far away. */
const isWasteful = (outer: Rect, inner: Rect): boolean =>
  outer.width * outer.height > 12 * inner.width * inner.height

function around(one: Rect, other: Rect): Rect {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)]
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  }
}

export function isSeen(rect: Rect, { area }: SeenArea): boolean {
  if (!area) return true
  return (
    rect.x <= area.x + area.width &&
    area.x <= rect.x + rect.width &&
    rect.y <= area.y + area.height &&
    area.y <= rect.y + rect.height
  )
}
