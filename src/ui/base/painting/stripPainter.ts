/**
 * Paints a display list on a canvas, with text as outlines, so that no font is loaded. Paints in
 * strips, because no browser supports a canvas as large as A0. Runs in the page and in workers.
 */
import type { Size } from '../../../layout/arrangement.ts'
import type { DisplayItem, PageItem, Sheet, Stroke } from '../../../sheet/displayList.ts'
import { roundedRect } from '../../../sheet/figures/shapes.ts'
import type { Faces } from '../../../sheet/writers/outlineText.ts'
import { deflateRows, type DeflatedRows } from '../../../sheet/writers/deflateRows.ts'
import { pixelsOf } from '../../../sheet/writers/pngPixels.ts'
import { tracedPath, tracedText, type Traced } from './tracedPath.ts'

/** Rows per strip: 10 MB for A0. */
const stripRows = 256

/** A range of rows of a picture. */
export interface Strip {
  readonly top: number
  readonly height: number
}

export function stripsOf({ height }: Size): readonly Strip[] {
  return Array.from({ length: Math.ceil(height / stripRows) }, (_, index) => {
    const top = index * stripRows
    return { top, height: Math.min(stripRows, height - top) }
  })
}

type Canvas = HTMLCanvasElement | OffscreenCanvas
type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D
export type NewCanvas = (width: number, height: number) => Canvas

export interface Painting {
  readonly sheet: Sheet
  /** px */
  readonly size: Size
}

/** Paints and compresses any strip of the sheet. Throws a MissingGlyphError. */
export function stripPainter(
  { sheet, size }: Painting,
  faces: Faces,
  newCanvas: NewCanvas,
): (strip: Strip) => DeflatedRows {
  const painted = paintedInk(sheet, size, { faces, newCanvas })
  const context = contextOf(newCanvas(size.width, Math.min(stripRows, size.height)))
  return (strip) => {
    paint(context, painted, size.width, strip)
    const { data } = context.getImageData(0, 0, size.width, strip.height)
    return deflateRows({ width: size.width, height: strip.height, rgba: data })
  }
}

function contextOf(canvas: Canvas): Context {
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  return context
}

/** A drawable with the range of rows it covers. */
interface Painted {
  readonly top: number
  readonly bottom: number
  readonly paint: (context: Context) => void
  readonly matrix: DOMMatrix
}

function paint(context: Context, painted: readonly Painted[], width: number, { top, height }: Strip): void {
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  for (const one of painted) {
    if (one.bottom < top || one.top > top + height) continue
    context.setTransform(new DOMMatrix([1, 0, 0, 1, 0, -top]).multiplySelf(one.matrix))
    one.paint(context)
  }
}

type Look = Stroke & { readonly fill?: string }

interface Means {
  readonly faces: Faces
  readonly newCanvas: NewCanvas
}

/** Prepares all drawables once for all strips, because outlines are costly. */
function paintedInk(sheet: Sheet, size: Size, means: Means): readonly Painted[] {
  const matrix = new DOMMatrix([size.width / sheet.width, 0, 0, size.height / sheet.height, 0, 0])
  return sheet.items.flatMap((ink) => pageInk(ink, matrix, means))
}

function pageInk(ink: PageItem, matrix: DOMMatrix, means: Means): readonly Painted[] {
  if (ink.kind === 'image') {
    const picture = pictureOf(ink.png, means.newCanvas)
    const { x, y, width, height } = ink
    const [top, bottom] = [y, y + height].map((at) => matrix.transformPoint({ x, y: at }).y)
    const paintPicture = (context: Context) => context.drawImage(picture, x, y, width, height)
    return [{ top: top!, bottom: bottom!, matrix, paint: paintPicture }]
  }
  if (ink.kind !== 'overlay') return plainInk(ink, matrix, means)
  const turned = matrix.translate(ink.x, ink.y).rotate(ink.degrees)
  return ink.children
    .flatMap((child) => plainInk(child, turned, means))
    .map((one) => ({ ...one, paint: withOpacity(one.paint, ink.opacity) }))
}

function withOpacity(paintIt: Painted['paint'], opacity: number): Painted['paint'] {
  return (context) => {
    context.globalAlpha = opacity
    paintIt(context)
    context.globalAlpha = 1
  }
}

/** Painted from decoded pixels, so that nothing is asynchronous. */
function pictureOf(png: Uint8Array, newCanvas: NewCanvas): Canvas {
  const { width, height, rgba } = pixelsOf(png)
  const canvas = newCanvas(width, height)
  const context = canvas.getContext('2d')
  context?.putImageData(new ImageData(rgba, width, height), 0, 0)
  return canvas
}

function plainInk(ink: DisplayItem, matrix: DOMMatrix, means: Means): readonly Painted[] {
  switch (ink.kind) {
    case 'group': {
      const inner = matrix.translate(ink.x, ink.y).scale(ink.scale)
      return ink.children.flatMap((child) => plainInk(child, inner, means))
    }
    case 'rect':
      return [inkOf(tracedPath(roundedRect(ink, ink.radius ?? 0), matrix), ink, matrix)]
    case 'path':
      return [inkOf(tracedPath(ink.path, matrix), ink, matrix)]
    case 'text':
      return [inkOf(tracedText(ink, means.faces, matrix), ink, matrix)]
  }
}

function inkOf(traced: Traced, look: Look, matrix: DOMMatrix): Painted {
  const margin = (look.strokeWidth ?? 1) * Math.hypot(matrix.b, matrix.d)
  return {
    top: traced.top - margin,
    bottom: traced.bottom + margin,
    matrix,
    paint: (context) => fillAndStroke(context, traced.path, look),
  }
}

function fillAndStroke(context: Context, path: Path2D, look: Look): void {
  if (look.fill !== undefined) {
    context.fillStyle = look.fill
    context.fill(path)
  }
  if (look.stroke === undefined) return
  context.strokeStyle = look.stroke
  context.lineWidth = look.strokeWidth ?? 1
  context.setLineDash([...(look.dash ?? [])])
  context.stroke(path)
}
