import type { Arrangement, Point, Route } from '../../layout/arrangement.ts'

/** The places, from left to right, at which flowlines run across a height; lines that share a stretch count once. */
export function crossingsAt({ flowlines }: Arrangement, y: number): readonly number[] {
  const found = Object.values(flowlines).flatMap((route) =>
    segmentsOf(ownPoints(route)).flatMap(([[x, from], [, to]]) =>
      Math.min(from, to) < y && y < Math.max(from, to) ? [rounded(x)] : [],
    ),
  )
  return [...new Set(found)].sort((a, b) => a - b)
}

/** What this flowline draws itself; the rest of its way another one draws. */
export function ownPoints({ points, joins }: Route): readonly Point[] {
  return joins === undefined ? points : points.slice(0, joins + 1)
}

export function segmentsOf(points: readonly Point[]): readonly (readonly [Point, Point])[] {
  return points.slice(1).map((point, i) => [points[i]!, point])
}

/** So that two lines on one track are one. */
export function rounded(x: number): number {
  return Math.round(x * 10) / 10
}

/** The heads of lanes and columns, which every part repeats. */
export function headOf({ lanes, columns }: Arrangement): number {
  return Math.max(columns?.head ?? 0, ...lanes.map(({ head }) => head), 0)
}
