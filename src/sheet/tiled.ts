/**
 * Tiles a poster over overlapping A4 or A3 pages, with cut lines, a position mark on each
 * page, and a ruler to verify the printed scale. Cuts are placed where they cross the least.
 */
import type { Rect, Size } from '../layout/arrangement.ts'
import { solidRects } from './solidRects.ts'
import type { DisplayItem, Sheet } from './displayList.ts'
import { pageSize, type Page } from './papers.ts'
import { overlap, tileMarks } from './tileMarks.ts'

export type TilePaper = 'A4' | 'A3'

export interface Tile {
  readonly row: number
  readonly column: number
  /** The part of the poster that is on this page, in mm of the poster. */
  readonly source: Rect
  /** Where it stands on the page; as large as the source. */
  readonly window: Rect
  /** What is printed over it and around it. */
  readonly marks: readonly DisplayItem[]
}

export interface Tiling {
  readonly pageSize: Size
  readonly rows: number
  readonly columns: number
  readonly tiles: readonly Tile[]
}

/** mm; what an office printer does not reach, and room for the marks below. */
const edges = { side: 8, top: 8, bottom: 20 } as const

/**
 * Splits a poster into overlapping pages of `paper`, with the fewest pages; portrait if both
 * orientations need as many.
 */
export function tiled(poster: Sheet, paper: TilePaper): Tiling {
  const [upright, lying] = [false, true].map((landscape) => tiledOn(poster, { paper, landscape }))
  return lying!.tiles.length < upright!.tiles.length ? lying! : upright!
}

function tiledOn(poster: Sheet, page: Page): Tiling {
  const size = pageSize(page)
  const room = { width: size.width - 2 * edges.side, height: size.height - edges.top - edges.bottom }
  const solid = solidRects(poster.items).filter(
    ({ width, height }) => width < room.width * 0.7 && height < room.height * 0.7,
  )
  const across = joins(
    poster.width,
    room.width,
    solid.map(({ x, width }) => [x, x + width]),
  )
  const down = joins(
    poster.height,
    room.height,
    solid.map(({ y, height }) => [y, y + height]),
  )
  const spans = { columns: spansOf(across, poster.width), rows: spansOf(down, poster.height) }
  const of = spans.rows.length * spans.columns.length
  const tiles = spans.rows.flatMap(([top, bottom], r) =>
    spans.columns.map(([left, right], c): Tile => {
      const source = { x: left, y: top, width: right - left, height: bottom - top }
      const window = { ...source, x: edges.side, y: edges.top }
      const place = { row: r + 1, column: c + 1, of }
      return { ...place, source, window, marks: tileMarks(place, window, size) }
    }),
  )
  return { pageSize: size, rows: spans.rows.length, columns: spans.columns.length, tiles }
}

type Interval = readonly [from: number, to: number]

/** What each page shows: from join to join, and half of the overlap beyond. */
function spansOf(joined: readonly number[], length: number): readonly Interval[] {
  const ends = [0, ...joined, length]
  return ends
    .slice(1)
    .map((end, i) => [i === 0 ? 0 : ends[i]! - overlap / 2, i === joined.length ? length : end + overlap / 2])
}

interface Way {
  readonly cost: number
  readonly joins: readonly number[]
}

/** mm */
const grid = 1
/** Cost of cutting through something; outweighs any unevenness of the pages. */
const cutCost = 1000

/**
 * Where neighbouring pages meet: as few pages as possible; of their possible joins those that
 * cut least, and are most even among those.
 */
function joins(length: number, room: number, solid: readonly Interval[]): readonly number[] {
  const count = length <= room ? 1 : Math.ceil((length - overlap) / (room - overlap))
  // Whole millimetres: each is asked for from every join before it.
  const cuts = Array.from({ length: Math.ceil(length) + 1 }, (_, at) => cut(at, solid))
  let ways = new Map<number, Way>([[-overlap / 2, { cost: 0, joins: [] }]])
  for (let k = 1; k < count; k++) {
    const next = new Map<number, Way>()
    const rest = (count - k) * (room - overlap) + overlap / 2
    const even = (length * k) / count
    for (const [before, way] of ways) {
      const first = Math.max(before + overlap + grid, length - rest)
      const start = before < 0 ? 0 : before - overlap / 2
      for (let at = Math.ceil(first); at + overlap / 2 <= start + room; at += grid) {
        const cost = way.cost + cutCost * cuts[at]! + Math.abs(at - even)
        if (cost < (next.get(at)?.cost ?? Infinity)) next.set(at, { cost, joins: [...way.joins, at] })
      }
    }
    ways = next
  }
  const best = [...ways.values()].reduce((a, b) => (b.cost < a.cost ? b : a))
  return best.joins
}

/** How many intervals a cut at this position crosses. */
function cut(at: number, solid: readonly Interval[]): number {
  return solid.filter(([from, to]) => from < at && at < to).length
}
