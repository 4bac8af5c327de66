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
  const partAt = (from: number, to: number): FoldPart => {
    const key = `${from} ${to}`
    const part = known.get(key) ?? partOf(drawing, from, to)
    known.set(key, part)
    return part
  }
  const all = choices(nearEvenShares(cutsOf(drawing), drawing.height, parts), parts - 1)
  const even = all.filter((chosen) => isEven(drawing.height, chosen))
  return (even.length > 0 ? even : all).map((chosen) => foldingAt(drawing, chosen, partAt))
}

/** So many cuts are looked at beside each even share: in a chart of 500 steps there are thousands of pairs. */
const cutsBeside = 16

function nearEvenShares(cuts: readonly Cut[], height: number, parts: number): readonly Cut[] {
  const near = new Set<Cut>()
  for (let share = 1; share < parts; share++) {
    const at = (share * height) / parts
    const byDistance = [...cuts].sort((a, b) => Math.abs(a.y - at) - Math.abs(b.y - at))
    for (const cut of byDistance.slice(0, cutsBeside)) near.add(cut)
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
  return edges.slice(1).flatMap((edge, index): Cut[] => {
    const y = (edges[index]! + edge) / 2
    const isFree = edge - edges[index]! >= 10 && rects.every((rect) => y < rect.y || y > rect.y + rect.height)
    const xs = isFree ? crossedAt(drawing, y) : []
    return xs.length > 0 && xs.length <= mostLinks ? [{ y, xs }] : []
  })
}

function crossedAt({ flowlines }: Arrangement, y: number): readonly number[] {
  const xs = new Set<number>()
  for (const { points } of Object.values(flowlines))
    for (const [index, [x, to]] of points.slice(1).entries()) {
      const from = points[index]![1]
      if (Math.min(from, to) < y && Math.max(from, to) > y) xs.add(x)
    }
  return [...xs].sort((a, b) => a - b)
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

function partOf(drawing: Arrangement, from: number, to: number): FoldPart {
  const xs: number[] = []
  const take = ({ x, y, width, height }: Rect): void => {
    if (y + height / 2 > from && y + height / 2 < to) xs.push(x, x + width)
  }
  for (const rect of Object.values(drawing.steps)) take(rect)
  for (const { label, points } of Object.values(drawing.flowlines)) {
    if (label) take(label)
    for (const [index, point] of points.slice(1).entries()) {
      const before = points[index]!
      if (reaches(before, point, from, to)) xs.push(before[0], point[0])
    }
  }
  return { from, to, left: Math.min(...xs), right: Math.max(...xs) }
}

const reaches = (a: Point, b: Point, from: number, to: number): boolean =>
  Math.max(a[1], b[1]) > from && Math.min(a[1], b[1]) < to
