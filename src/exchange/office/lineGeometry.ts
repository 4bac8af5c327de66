/**
 * An orthogonal route as a preset connector of Office (ECMA-376 part 1, 20.1.10.56): straight, or with
 * one or two bends; a route that none of them follows is a freeform.
 */
import type { Point, Rect } from '../../layout/arrangement.ts'

export interface LineGeometry {
  readonly preset: 'straightConnector1' | 'bentConnector2' | 'bentConnector3' | 'freeform'
  readonly box: Rect
  readonly flipH: boolean
  readonly flipV: boolean
  /** Sixty-thousandths of a degree. */
  readonly rotation: number
  /** Of the first stretch, in 1/100000 of the way. */
  readonly adjustment?: number
  readonly points: readonly Point[]
}

const quarter = 5_400_000

export function lineGeometry(route: readonly Point[]): LineGeometry {
  const points = route.length > 1 ? route : [...route, ...route]
  const [x1, y1] = points[0]!
  const [x2, y2] = points.at(-1)!
  const box = around(points)
  const plain = { box, flipH: x2 < x1, flipV: y2 < y1, rotation: 0, points }
  if (points.length === 2) return { ...plain, preset: 'straightConnector1' }
  const isAcross = points[1]![1] === y1
  const along = isAcross ? x2 - x1 : y2 - y1
  const first = isAcross ? points[1]![0] - x1 : points[1]![1] - y1
  const share = along === 0 ? -1 : first / along
  const fits = points.length === 3 ? first === along : points.length === 4 && share >= 0 && share <= 1
  if (!fits || x1 === x2 || y1 === y2) return { ...plain, preset: 'freeform', flipH: false, flipV: false }
  const bent = {
    preset: points.length === 3 ? ('bentConnector2' as const) : ('bentConnector3' as const),
    ...(points.length === 4 && { adjustment: Math.round(share * 100_000) }),
  }
  return isAcross ? { ...plain, ...bent } : { ...turned(plain, [x2 - x1, y2 - y1]), ...bent }
}

/** A route that begins upright is the connector turned by a quarter: its box is turned about its middle. */
function turned(
  { box, points }: Pick<LineGeometry, 'box' | 'points'>,
  [dx, dy]: Point,
): Omit<LineGeometry, 'preset'> {
  const { x, y, width, height } = box
  const [cx, cy] = [x + width / 2, y + height / 2]
  return {
    box: { x: Math.round(cx - height / 2), y: Math.round(cy - width / 2), width: height, height: width },
    rotation: dy > 0 ? quarter : 3 * quarter,
    flipH: false,
    flipV: dy > 0 === dx > 0,
    points,
  }
}

function around(points: readonly Point[]): Rect {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}
