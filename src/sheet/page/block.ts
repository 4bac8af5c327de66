import type { DisplayItem } from '../displayList.ts'

/** A part of the page, in mm from its own upper left corner. */
export interface Block {
  readonly height: number
  readonly ink: readonly DisplayItem[]
}

export const emptyBlock: Block = { height: 0, ink: [] }

/** Under one another, with a gap between those that are not empty. */
export function stacked(blocks: readonly Block[], gap: number): Block {
  let top = 0
  const ink: DisplayItem[] = []
  for (const block of blocks) {
    if (block.height === 0) continue
    if (top > 0) top += gap
    ink.push(shifted(block.ink, 0, top))
    top += block.height
  }
  return { height: top, ink }
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
  readonly ink: (x: number, middle: number) => readonly DisplayItem[]
}

/** Items from left to right, in as many rows as they need. */
export function flowed(
  items: readonly BlockItem[],
  width: number,
  space: { readonly between: number; readonly row: number },
): Block {
  const ink: DisplayItem[] = []
  let x = 0
  let row = 0
  for (const item of items) {
    if (x > 0 && x + item.width > width) {
      x = 0
      row += 1
    }
    ink.push(...item.ink(x, (row + 0.5) * space.row))
    x += item.width + space.between
  }
  return items.length === 0 ? emptyBlock : { height: (row + 1) * space.row, ink }
}
