/** Snapping: aligns a dragged step with others, or at equal distance from them. */
import type { Rect } from '../../layout/arrangement.ts'

/** A line on the canvas, in units. */
export interface Guide {
  readonly axis: 'x' | 'y'
  readonly at: number
}

export interface Snapped {
  readonly rect: Rect
  readonly guides: readonly Guide[]
}

/** Maximum distance in units at which a step snaps. */
const reach = 7

/** Aligned centres first, then equal gaps in the column; at most one line per axis. */
export function snapped(rect: Rect, others: readonly Rect[]): Snapped {
  const x = nearest(centreX(rect), others.map(centreX))
  const inColumn = others.filter((other) => Math.abs(centreX(other) - (x ?? centreX(rect))) < 1)
  const y = nearest(centreY(rect), [...others.map(centreY), ...evenPlaces(rect, inColumn)])
  return {
    rect: {
      ...rect,
      x: x === undefined ? rect.x : x - rect.width / 2,
      y: y === undefined ? rect.y : y - rect.height / 2,
    },
    guides: [
      ...(x === undefined ? [] : [{ axis: 'x' as const, at: x }]),
      ...(y === undefined ? [] : [{ axis: 'y' as const, at: y }]),
    ],
  }
}

const centreX = (rect: Rect) => rect.x + rect.width / 2
const centreY = (rect: Rect) => rect.y + rect.height / 2

function nearest(value: number, places: readonly number[]): number | undefined {
  let best: number | undefined
  for (const place of places) {
    const distance = Math.abs(place - value)
    if (distance <= reach && (best === undefined || distance < Math.abs(best - value))) best = place
  }
  return best
}

/** Centres with equal gaps above and below, or with the gap above equal to the one before it. */
function evenPlaces(rect: Rect, column: readonly Rect[]): readonly number[] {
  const sorted = [...column].sort((a, b) => a.y - b.y)
  const above = sorted.filter((other) => centreY(other) < centreY(rect))
  const below = sorted.filter((other) => centreY(other) >= centreY(rect))
  const last = above.at(-1)
  const before = above.at(-2)
  const next = below[0]
  const between = last && next ? [(last.y + last.height + next.y) / 2] : []
  const like = last && before ? [2 * last.y + last.height - before.y - before.height + rect.height / 2] : []
  return [...between, ...like]
}
