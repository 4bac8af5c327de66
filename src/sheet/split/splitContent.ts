/**
 * Splits a drawing over several sheets: cut between two rows where the fewest flowlines run;
 * each cut flowline ends in a connector and continues at the same letter on the next sheet
 * (ISO 5807). Positions do not change.
 */
import type { Arrangement, Rect } from '../../layout/arrangement.ts'
import { markOverhang } from '../figures/look.ts'
import type { SheetContent } from '../sheetContent.ts'
import { crossingsAt, headOf } from './crossings.ts'
import { sheetPartOf } from './sheetPartOf.ts'

/** Splits a drawing into `count` parts, from the top. Empty if there are not enough places to cut. */
export function splitContent(content: SheetContent, count: number): readonly SheetContent[] {
  const cuts = cutsFor(content.arrangement, count)
  if (cuts === undefined) return []
  return Array.from({ length: count }, (_, i) => sheetPartOf(content, cuts, i))
}

/** What one flowline more costs, in units away from the even cut. */
const crossingCost = 60

function cutsFor(arrangement: Arrangement, count: number): readonly number[] | undefined {
  const places = possibleCuts(arrangement)
  const even = arrangement.height / count
  const cuts: number[] = []
  for (let k = 1; k < count; k++) {
    const target = k * even
    const near = places.filter((y) => Math.abs(y - target) < 0.35 * even && y > (cuts.at(-1) ?? 0))
    const cost = (y: number): number =>
      Math.abs(y - target) + crossingCost * crossingsAt(arrangement, y).length
    const best = near.reduce<number | undefined>(
      (found, y) => (found === undefined || cost(y) < cost(found) ? y : found),
      undefined,
    )
    if (best === undefined) return undefined
    cuts.push(best)
  }
  return cuts
}

/** Middles of what lies free across the whole drawing: no box, no label, no mark, no line along it. */
function possibleCuts(arrangement: Arrangement): readonly number[] {
  const routes = Object.values(arrangement.flowlines)
  const rects: readonly Rect[] = [
    ...Object.values(arrangement.steps).map(withMark),
    ...arrangement.sideBoxes,
    ...routes.flatMap(({ label }) => label ?? []),
    { x: 0, y: 0, width: arrangement.width, height: headOf(arrangement) },
  ]
  const levels = routes.flatMap(({ points }) => points.map(([, y]) => y))
  const edges = [...levels, ...rects.flatMap(({ y, height }) => [y, y + height])].sort((a, b) => a - b)
  return edges
    .slice(1)
    .map((edge, i) => [edges[i]!, edge] as const)
    .filter(([from, to]) => to - from >= 3)
    .map(([from, to]) => (from + to) / 2)
    .filter((y) => rects.every((rect) => y < rect.y || y > rect.y + rect.height))
}

function withMark(rect: Rect): Rect {
  return { ...rect, y: rect.y - markOverhang, height: rect.height + markOverhang }
}
