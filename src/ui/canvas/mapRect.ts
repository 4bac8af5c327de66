import type { Rect, Size } from '../../layout/arrangement.ts'

/** What the minimap shows, in units: the chart and what is seen, with some air, in the shape of the map. */
export function mapRect(chart: Size, seen: Rect, map: Size): Rect {
  const left = Math.min(0, seen.x)
  const top = Math.min(0, seen.y)
  const right = Math.max(chart.width, seen.x + seen.width)
  const bottom = Math.max(chart.height, seen.y + seen.height)
  // px of air at the edges
  const scale = Math.max((right - left) / (map.width - 10), (bottom - top) / (map.height - 10))
  const width = map.width * scale
  const height = map.height * scale
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height }
}
