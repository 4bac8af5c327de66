/**
 * Chooses where a long flow is folded into columns: between two rows, where one or two flowlines
 * run. All in a drawing whose flow runs down; one that runs right is turned afterwards.
 */
import type { Arrangement, Point, Rect, Size } from '../arrangement.ts'

/** Where the drawing is cut, and what each part holds. */
export interface Folding extends Size {
  /** From the top; a part more than cuts. */
  readonly cuts: readonly Cut[]
  readonly parts: readonly FoldPart[]
}

export interface Cut {
  readonly y: number
  /** Where flowlines run through it, from the left. */
  readonly xs: readonly number[]
}

export interface FoldPart {
  readonly from: number
  readonly to: number
  /** Its boxes, labels and flowlines. */
  readonly left: number
  readonly right: number
}

export const foldSpace = {
  /** Between the flowlines that lead from one column to the next. */
  parallel: 12,
  /** From a column to the first of them. */
  gutter: 20,
  margin: 16,
  /** From a cut to the first of them above and below it: an arrow head needs 10 units. */
  head: 6,
} as const

/** More flowlines than this would be led round a column. */
const mostLinks = 2

export function foldingsOf(drawing: Arrangement, parts: number): readonly Folding[] {
  if (drawing.columns !== null || drawing.lanes.length > 0) return []
  const known = new Map<string, FoldPart>()
  const extents = extentsOf(drawing)
  const partAt = (from: number, to: number): FoldPart => {
    const key = `${from} ${to}`
    const part = known.get(key) ?? partOf(extents, from, to)
    known.set(key, part)
    return part
  }
  const all = choices(nearEvenShares(cutsOf(drawing), drawing, parts), parts - 1)
  const even = all.filter((chosen) => isEven(drawing.height, chosen))
  return (even.length > 0 ? even : all).map((chosen) => foldingAt(drawing, chosen, partAt))
}

/** So many cuts are looked at beside each even share: in a chart of 500 steps there are thousands of pairs. */
const cutsBeside = { usual: 16, large: 6 } as const
/** Steps. */
const large = 300

function nearEvenShares(cuts: readonly Cut[], { height, steps }: Arrangement, parts: number): readonly Cut[] {
  const beside = Object.keys(steps).length > large ? cutsBeside.large : cutsBeside.usual
  const near = new Set<Cut>()
  for (let share = 1; share < parts; share++) {
    const at = (share * height) / parts
    const byDistance = [...cuts].sort((a, b) => Math.abs(a.y - at) - Math.abs(b.y - at))
    for (const cut of byDistance.slice(0, beside)) near.add(cut)
  }
  return cuts.filter((cut) => near.has(cut))
}

/** How much higher than its even share a part may be: beyond that, fewer parts are as good. */
const mostOver = 1.6

function isEven(height: number, cuts: readonly Cut[]): boolean {
  const edges = [0, ...cuts.map(({ y }) => y), height]
  const highest = Math.max(...edges.slice(1).map((edge, index) => edge - edges[index]!))
  return highest <= (mostOver * height) / (cuts.length + 1)
}

function choices(cuts: readonly Cut[], count: number): readonly (readonly Cut[])[] {
  if (count === 0) return [[]]
  return cuts.flatMap((cut, at) => choices(cuts.slice(at + 1), count - 1).map((rest) => [cut, ...rest]))
}

/** In the middle of what lies free across the whole drawing. */
function cutsOf(drawing: Arrangement): readonly Cut[] {
  const routes = Object.values(drawing.flowlines)
  const rects: readonly Rect[] = [
    ...Object.values(drawing.steps),
    ...routes.flatMap(({ label }) => label ?? []),
  ]
  const levels = routes.flatMap(({ points }) => points.map(([, y]) => y))
  const edges = [...levels, ...rects.flatMap(({ y, height }) => [y, y + height])].sort((a, b) => a - b)
  const covers = passing(rects.map(({ y, height }) => ({ low: y, high: y + height, x: 0 })))
  const crosses = passing(routes.flatMap(({ points }) => uprights(points)))
  return edges.slice(1).flatMap((edge, index): Cut[] => {
    if (edge - edges[index]! < 10) return []
    const y = (edges[index]! + edge) / 2
    const [boxes, lines] = [covers(y), crosses(y)]
    if (boxes.size > 0 || lines.size === 0 || lines.size > mostLinks) return []
    return [{ y, xs: [...lines.keys()].sort((a, b) => a - b) }]
  })
}

interface Upright {
  readonly x: number
  readonly low: number
  readonly high: number
}

const uprights = (points: readonly Point[]): readonly Upright[] =>
  points.slice(1).flatMap(([x, to], index) => {
    const from = points[index]![1]
    return from === to ? [] : [{ x, low: Math.min(from, to), high: Math.max(from, to) }]
  })

/** At which x something stands at a height, and how often; asked from the top down, so that each is looked at twice. */
function passing(pieces: readonly Upright[]): (y: number) => ReadonlyMap<number, number> {
  const begun = [...pieces].sort((a, b) => a.low - b.low)
  const ended = [...pieces].sort((a, b) => a.high - b.high)
  const at = new Map<number, number>()
  let [begins, ends] = [0, 0]
  return (y) => {
    for (; begins < begun.length && begun[begins]!.low < y; begins++)
      at.set(begun[begins]!.x, (at.get(begun[begins]!.x) ?? 0) + 1)
    for (; ends < ended.length && ended[ends]!.high <= y; ends++) {
      const { x } = ended[ends]!
      const left = at.get(x)! - 1
      if (left > 0) at.set(x, left)
      else at.delete(x)
    }
    return at
  }
}

function foldingAt(
  drawing: Arrangement,
  cuts: readonly Cut[],
  partAt: (from: number, to: number) => FoldPart,
): Folding {
  const edges = [0, ...cuts.map(({ y }) => y), drawing.height]
  const parts = edges.slice(1).map((to, index) => partAt(edges[index]!, to))
  const links = cuts.map(({ xs }) => (xs.length - 1) * foldSpace.parallel)
  const heights = parts.map(
    ({ from, to }, part) =>
      to -
      from +
      (part === 0 ? 0 : endOf(links[part - 1]!)) +
      (part === parts.length - 1 ? 0 : endOf(links[part]!)),
  )
  const gutters = links.reduce((sum, link) => sum + link + 2 * foldSpace.gutter, 0)
  const width = parts.reduce((sum, { left, right }) => sum + right - left, gutters) + 2 * foldSpace.margin
  return { cuts, parts, width, height: Math.max(...heights) }
}

const endOf = (links: number): number => foldSpace.margin + foldSpace.head + links

/** What takes room across the drawing: from `low` to `high` down it; a box counts where its middle is. */
interface Extent {
  readonly low: number
  readonly high: number
  readonly left: number
  readonly right: number
}

function extentsOf(drawing: Arrangement): readonly Extent[] {
  const extents: Extent[] = []
  const take = ({ x, y, width, height }: Rect): void => {
    extents.push({ low: y + height / 2, high: y + height / 2, left: x, right: x + width })
  }
  for (const rect of Object.values(drawing.steps)) take(rect)
  for (const { label, points } of Object.values(drawing.flowlines)) {
    if (label) take(label)
    for (const [index, [x, y]] of points.slice(1).entries()) {
      const [fromX, fromY] = points[index]!
      extents.push({
        low: Math.min(y, fromY),
        high: Math.max(y, fromY),
        left: Math.min(x, fromX),
        right: Math.max(x, fromX),
      })
    }
  }
  return extents
}

function partOf(extents: readonly Extent[], from: number, to: number): FoldPart {
  let [left, right] = [Infinity, -Infinity]
  for (const one of extents) {
    if (one.high <= from || one.low >= to) continue
    if (one.left < left) left = one.left
    if (one.right > right) right = one.right
  }
  return { from, to, left, right }
}
