import type { Arrangement, Lane } from '../../layout/arrangement.ts'

/** The lane at x; the nearest one if x is beside all of them; undefined if there are none. */
export function laneAt(x: number, { lanes }: Pick<Arrangement, 'lanes'>): Lane | undefined {
  let nearest: { readonly lane: Lane; readonly distance: number } | undefined
  for (const lane of lanes) {
    const distance = Math.max(lane.x - x, x - lane.x - lane.width, 0)
    if (!nearest || distance < nearest.distance) nearest = { lane, distance }
  }
  return nearest?.lane
}
