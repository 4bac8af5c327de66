/** Finds the rectangles of a page that should not be cut: text, boxes, QR codes. */
import type { Rect } from '../layout/arrangement.ts'
import { textWidthOf } from './textWidth.ts'
import type { DisplayItem, PageItem, PathCommand, TextItem } from './displayList.ts'

/** In mm of the page. Lines are left out, and what is empty; overlays may be cut. */
export function solidRects(items: readonly PageItem[]): readonly Rect[] {
  return items.flatMap((one): readonly Rect[] => {
    if (one.kind === 'overlay') return []
    return one.kind === 'image' ? [one] : solidIn(one, { x: 0, y: 0, scale: 1 })
  })
}

interface Place {
  readonly x: number
  readonly y: number
  readonly scale: number
}

function solidIn(item: DisplayItem, at: Place): readonly Rect[] {
  if (item.kind === 'group') {
    const { x, y, scale } = item
    const inner = { x: at.x + x * at.scale, y: at.y + y * at.scale, scale: at.scale * scale }
    return item.children.flatMap((child) => solidIn(child, inner))
  }
  return boundsOf(item).map((own) => ({
    x: at.x + own.x * at.scale,
    y: at.y + own.y * at.scale,
    width: own.width * at.scale,
    height: own.height * at.scale,
  }))
}

function boundsOf(item: Exclude<DisplayItem, { kind: 'group' }>): readonly Rect[] {
  if (item.kind === 'text') return characters(item)
  if (item.fill === undefined) return []
  return item.kind === 'rect' ? [item] : pathBounds(item.path)
}

/** One rectangle per character: a title wider than a page may be cut between characters. */
function characters({ x, y, size, weight, text }: TextItem): readonly Rect[] {
  let at = x
  return Array.from(text, (character) => {
    const rect = {
      x: at,
      y: y - 0.84 * size,
      width: textWidthOf(character, size, weight),
      height: 0.92 * size,
    }
    at += rect.width
    return rect
  })
}

function pathBounds(path: readonly PathCommand[]): readonly Rect[] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [, ...numbers] of path)
    numbers.forEach((value, i) => {
      if (i % 2 === 0) [left, right] = [Math.min(left, value), Math.max(right, value)]
      else [top, bottom] = [Math.min(top, value), Math.max(bottom, value)]
    })
  return left > right ? [] : [{ x: left, y: top, width: right - left, height: bottom - top }]
}
