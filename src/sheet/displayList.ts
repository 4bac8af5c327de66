/**
 * The display list. Every figure consists of these four items. Lengths are mm after the scales
 * of the groups are applied; colours are #rrggbb. Items carry no ids, titles or hidden text,
 * so no internal data can leak through them.
 */
export type DisplayItem = RectItem | PathItem | TextItem | GroupItem

export interface Stroke {
  readonly stroke?: string
  readonly strokeWidth?: number
  /** Lengths of dash and gap; left out, solid. */
  readonly dash?: readonly number[]
}

export interface RectItem extends Stroke {
  readonly kind: 'rect'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly radius?: number
  readonly fill?: string
}

export type PathCommand =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z']

export interface PathItem extends Stroke {
  readonly kind: 'path'
  readonly path: readonly PathCommand[]
  readonly fill?: string
}

/** One run of text on one line, already broken and placed: begins at x, stands on the baseline y. */
export interface TextItem {
  readonly kind: 'text'
  readonly x: number
  readonly y: number
  readonly size: number
  readonly weight: 'regular' | 'bold'
  readonly fill: string
  readonly text: string
  /** Width by the advance table; a renderer with another font squeezes text to it. */
  readonly width: number
}

export interface GroupItem {
  readonly kind: 'group'
  readonly x: number
  readonly y: number
  readonly scale: number
  readonly children: readonly DisplayItem[]
}

/** A picture of pixels: the unit's emblem. Only pages hold one, never a figure, so the canvas needs none. */
export interface ImageItem {
  readonly kind: 'image'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** A PNG without metadata (`readEmblem`). */
  readonly png: Uint8Array
}

/** Items drawn over others with opacity, rotated about their origin: a watermark. Only pages hold one. */
export interface OverlayItem {
  readonly kind: 'overlay'
  readonly x: number
  readonly y: number
  /** Clockwise. */
  readonly degrees: number
  /** 0 to 1 */
  readonly opacity: number
  readonly children: readonly DisplayItem[]
}

export type PageItem = DisplayItem | ImageItem | OverlayItem

/** A composed page. */
export interface Sheet {
  /** mm */
  readonly width: number
  readonly height: number
  readonly items: readonly PageItem[]
  /** The smallest text on the page, in mm of its em. Under 2.6 a person must confirm. */
  readonly smallestText: number
}

/** Calls `visit` for every run of text, those of watermarks included. */
export function eachText(items: readonly PageItem[], visit: (text: TextItem) => void): void {
  for (const one of items) {
    if (one.kind === 'text') visit(one)
    if (one.kind === 'group' || one.kind === 'overlay') eachText(one.children, visit)
  }
}
