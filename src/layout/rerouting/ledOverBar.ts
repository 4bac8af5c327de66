/** A flowline led over the bar of 并行; all in a drawing whose flow runs down. */
import type { Point, Rect, Route } from '../arrangement.ts'
import { meets, pieces } from '../coordinates/freeLabel.ts'

/** Units: how thick, how far beyond the outermost flowline, and the least from a step without and with an arrow head. */
export const barSize = { thick: 5, beyond: 9, clear: 7, arrow: 11.5 } as const

export type Side = 'fork' | 'join'

export interface Led {
  /** Where it meets the barSize. */
  readonly x: number
  readonly route: Route
  readonly before: number
  readonly after: number
}

/** Coordinates of a scaled drawing differ by a hair. */
export const isSame = (one: number, other: number): boolean => Math.abs(one - other) < 0.5

/** How many points of it no bar draws. */
export const pointsLeft = ({ route, before, after }: Led): number => route.points.length - before - after

/** Straight between the bar and the middle of the step, which the router had not found free. */
interface Straight extends Led {
  readonly fresh: Rect
}

export function ledStraight(
  { label, return: isReturn }: Route,
  { x, box, y, side }: Lead,
  other: Rect,
): Straight | null {
  const down = other.x + other.width / 2
  const end = side === 'fork' ? other.y : other.y + other.height
  const [from, to] = side === 'fork' ? [y, end] : [end, y]
  if (to - from < barSize.clear) return null
  const across: readonly Point[] = isSame(down, x)
    ? []
    : [
        [x, y],
        [down, y],
      ]
  const points: readonly Point[] =
    side === 'fork'
      ? [[x, box.y + box.height], ...across, [down, end]]
      : [[down, end], ...[...across].reverse(), [x, box.y]]
  const counts = side === 'fork' ? { before: across.length, after: 0 } : { before: 0, after: across.length }
  const fresh = {
    x: down,
    y: from + barSize.clear,
    width: 0,
    height: Math.max(0, to - from - 2 * barSize.clear),
  }
  return { x: down, ...counts, route: { points, label, return: isReturn }, fresh }
}

/** Whether one runs over another behind (before) the barSize. */
export function crossEach(led: readonly Led[], y: number): boolean {
  const runs = led.map(({ route }) =>
    pieces(route.points).filter((run) => run.height > 0 || Math.abs(run.y - y) > barSize.thick),
  )
  return runs.some((mine, at) =>
    mine.some((run) =>
      runs
        .slice(at + 1)
        .some((others) => others.some((other) => !isSame(run.x, other.x) && meets(run, other, 2))),
    ),
  )
}

interface Lead {
  /** Of the stem. */
  readonly x: number
  readonly box: Rect
  readonly y: number
  readonly side: Side
}

/** The flowline over the bar; null where it does not run down through the bar's height. */
export function ledOver({ points, joins, ...route }: Route, { x, box, y, side }: Lead): Led | null {
  const downs = [...points.keys()].filter((index) => {
    const [[fromX, from], [toX, to] = [NaN, 0]] = [points[index]!, points[index + 1]]
    return fromX === toX && from <= y && to >= y && to > from
  })
  // Where two pieces meet the bar, a turn between them falls away.
  const at = side === 'fork' ? downs.at(-1) : downs[0]
  if (at === undefined || (joins !== undefined && joins <= at && side === 'fork')) return null
  const down = points[at]![0]
  const across: readonly Point[] = isSame(down, x)
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
