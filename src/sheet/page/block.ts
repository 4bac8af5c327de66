import type { DisplayItem } from '../displayList.ts'

/** A part of the page, in mm from its own upper left corner. */
export interface Block {
  readonly height: number
  readonly items: readonly DisplayItem[]
}

export const emptyBlock: Block = { height: 0, items: [] }

/** Under one another, with a gap between those that are not empty. */
export function stacked(blocks: readonly Block[], gap: number): Block {
  let top = 0
  const items: DisplayItem[] = []
  for (const block of blocks) {
    if (block.height === 0) continue
    if (top > 0) top += gap
    items.push(shifted(block.items, 0, top))
    top += block.height
  }
  return { height: top, items }
}

export function shifted(children: readonly DisplayItem[], x: number, y: number): DisplayItem {
  return { kind: 'group', x, y, scale: 1, children }
}

export function rule(width: number, stroke: string, strokeWidth: number): DisplayItem {
  return {
    kind: 'path',
    path: [
      ['M', 0, 0],
      ['L', width, 0],
    ],
    stroke,
    strokeWidth,
  }
}

/** Something that is so wide, and how it is drawn around a middle line. */
export interface BlockItem {
  readonly width: number
  readonly items: (x: number, middle: number) => readonly DisplayItem[]
}

/** Items from left to right, in as many rows as they need. */
export function flowed(
  entries: readonly BlockItem[],
  width: number,
  space: { readonly between: number; readonly row: number },
): Block {
  const items: DisplayItem[] = []
  let x = 0
  let row = 0
  for (const entry of entries) {
    if (x > 0 && x + entry.width > width) {
      x = 0
      row += 1
    }
    items.push(...entry.items(x, (row + 0.5) * space.row))
    x += entry.width + space.between
  }
  return entries.length === 0 ? emptyBlock : { height: (row + 1) * space.row, items }
}
