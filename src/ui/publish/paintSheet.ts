/**
 * The second engine: paints the display list on a canvas, text as outlines, so that no font
 * has to be loaded by the browser. In strips, because no browser has a canvas as large as A0;
 * between two strips the page answers.
 */
import type { Size } from '../../layout/arrangement.ts'
import type { Ink, PageInk, PathCommand, Sheet, Stroke } from '../../sheet/ink.ts'
import { roundedRect } from '../../sheet/figures/shapes.ts'
import type { Fonts } from '../../sheet/out/outlined.ts'
import { outlineOf } from '../../sheet/out/outlined.ts'
import { packedPng, scanlines } from '../../sheet/out/png.ts'
import { pixelsOf } from '../../sheet/out/pngPixels.ts'
import { pathData } from '../../sheet/out/svg.ts'

/** Rows at a time: 10 MB of an A0. */
const stripRows = 256

/** The sheet as a PNG of exactly so many pixels. Throws a MissingGlyphError. */
export async function paintedPng(sheet: Sheet, size: Size, fonts: Fonts): Promise<Uint8Array<ArrayBuffer>> {
  const strokes = strokesOf(sheet, size, fonts)
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = Math.min(stripRows, size.height)
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  const packer = new CompressionStream('deflate')
  const packed = collected(packer.readable)
  const writer = packer.writable.getWriter()
  for (let top = 0; top < size.height; top += stripRows) {
    const height = Math.min(stripRows, size.height - top)
    paintStrip(context, strokes, { top, height, width: size.width })
    const { data } = context.getImageData(0, 0, size.width, height)
    await writer.write(scanlines({ width: size.width, height, rgba: data }))
    await breath()
  }
  await writer.close()
  return packedPng(size, await packed)
}

async function collected(stream: ReadableStream<Uint8Array>): Promise<readonly Uint8Array[]> {
  const pieces: Uint8Array[] = []
  const reader = stream.getReader()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) pieces.push(piece.value)
  return pieces
}

async function breath(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
}

/** Something that is painted, and between which rows of the picture. */
interface Painted {
  readonly top: number
  readonly bottom: number
  readonly paint: (context: CanvasRenderingContext2D) => void
  readonly matrix: DOMMatrix
}

interface Strip {
  readonly top: number
  readonly height: number
  readonly width: number
}

function paintStrip(
  context: CanvasRenderingContext2D,
  strokes: readonly Painted[],
  { top, height, width }: Strip,
): void {
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  for (const one of strokes) {
    if (one.bottom < top || one.top > top + height) continue
    context.setTransform(new DOMMatrix([1, 0, 0, 1, 0, -top]).multiplySelf(one.matrix))
    one.paint(context)
  }
}

/** Everything in place, once for all strips: outlines are the costly part. */
function strokesOf(sheet: Sheet, size: Size, fonts: Fonts): readonly Painted[] {
  const matrix = new DOMMatrix([size.width / sheet.width, 0, 0, size.height / sheet.height, 0, 0])
  return sheet.ink.flatMap((ink) => pageStrokes(ink, matrix, fonts))
}

function pageStrokes(ink: PageInk, matrix: DOMMatrix, fonts: Fonts): readonly Painted[] {
  if (ink.kind === 'image') {
    const picture = pictureOf(ink.png)
    const { x, y, width, height } = ink
    const corners = [y, y + height].map((at) => matrix.transformPoint({ x, y: at }).y)
    return [
      {
        top: corners[0]!,
        bottom: corners[1]!,
        matrix,
        paint: (context) => context.drawImage(picture, x, y, width, height),
      },
    ]
  }
  if (ink.kind !== 'overlay') return inkStrokes(ink, matrix, fonts)
  const turned = matrix.translate(ink.x, ink.y).rotate(ink.degrees)
  return ink.children
    .flatMap((child) => inkStrokes(child, turned, fonts))
    .map((one) => ({ ...one, paint: withOpacity(one.paint, ink.opacity) }))
}

function withOpacity(paint: Painted['paint'], opacity: number): Painted['paint'] {
  return (context) => {
    context.globalAlpha = opacity
    paint(context)
    context.globalAlpha = 1
  }
}

/** Painted from its pixels, so that nothing has to be waited for. */
function pictureOf(png: Uint8Array): HTMLCanvasElement {
  const { width, height, rgba } = pixelsOf(png)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0)
  return canvas
}

function inkStrokes(ink: Ink, matrix: DOMMatrix, fonts: Fonts): readonly Painted[] {
  switch (ink.kind) {
    case 'group': {
      const inner = matrix.translate(ink.x, ink.y).scale(ink.scale)
      return ink.children.flatMap((child) => inkStrokes(child, inner, fonts))
    }
    case 'rect':
      return [stroke(roundedRect(ink, ink.radius ?? 0), ink, matrix)]
    case 'path':
      return [stroke(ink.path, ink, matrix)]
    case 'text':
      return [stroke(outlineOf(ink, fonts), ink, matrix)]
  }
}

function stroke(
  path: readonly PathCommand[],
  look: Stroke & { readonly fill?: string },
  matrix: DOMMatrix,
): Painted {
  const drawn = new Path2D(pathData(path))
  const reach = look.strokeWidth ?? 1
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const [, ...numbers] of path)
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      const [x, y] = [numbers[i]!, numbers[i + 1]!]
      const at = matrix.b * x + matrix.d * y + matrix.f
      top = Math.min(top, at)
      bottom = Math.max(bottom, at)
    }
  const margin = reach * Math.hypot(matrix.b, matrix.d)
  return {
    top: top - margin,
    bottom: bottom + margin,
    matrix,
    paint: (context) => fillAndStroke(context, drawn, look),
  }
}

function fillAndStroke(
  context: CanvasRenderingContext2D,
  path: Path2D,
  look: Stroke & { readonly fill?: string },
): void {
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
