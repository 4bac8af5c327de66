/**
 * The watermark 内部公开 over the whole sheet: light enough to read through, dense enough that
 * every cut-out shows it.
 */
import type { Size } from '../../layout/arrangement.ts'
import { headerWords } from '../../text/paper/paper.ts'
import { textWidthOf } from '../textWidth.ts'
import type { OverlayItem } from '../displayList.ts'
import { lineItem } from '../textItems.ts'

/** Of black: text on it keeps nine tenths of its contrast. */
const opacity = 0.065
const degrees = -30

export function watermark({ width, height }: Size): OverlayItem {
  const size = Math.min(width, height) * 0.062
  const words = headerWords.internalMark
  const look = { size, weight: 'bold', fill: '#000000' } as const
  const [across, down] = [textWidthOf(words, size, look.weight) * 1.6, size * 3.4]
  // Turned about its middle, a square as long as the diagonal both ways covers every corner.
  const reach = Math.ceil(Math.hypot(width, height) / 2 / Math.min(across, down))
  const steps = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach)
  const cells = steps.flatMap((row) =>
    steps.map((column) => ({ x: (column + (row % 2) / 2) * across, y: row * down })),
  )
  const inside = cells.filter(({ x, y }) => isInside(x, y, { width, height }, size))
  return {
    kind: 'overlay',
    x: width / 2,
    y: height / 2,
    degrees,
    opacity,
    children: inside.flatMap(({ x, y }) => lineItem(words, { x, middle: y, align: 'middle' }, look)),
  }
}

/** Whole words only, away from the edge. */
function isInside(x: number, y: number, page: Size, size: number): boolean {
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [pageX, pageY] = [x * cos - y * sin, x * sin + y * cos]
  const [reachX, reachY] = [2 * size * cos + 0.6 * size, 2 * size * Math.abs(sin) + 0.6 * size]
  return Math.abs(pageX) + reachX <= page.width / 2 && Math.abs(pageY) + reachY <= page.height / 2
}
