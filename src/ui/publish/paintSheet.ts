/** The second engine: paints the display list on a canvas, text as outlines, so that no font has to be loaded by the browser. */
import type { Size } from '../../layout/arrangement.ts'
import type { Ink, Sheet, Stroke } from '../../sheet/ink.ts'
import type { Fonts } from '../../sheet/out/outlined.ts'
import { outlineOf } from '../../sheet/out/outlined.ts'
import { pathData } from '../../sheet/out/svg.ts'

export function paintSheet(sheet: Sheet, pixels: Size, fonts: Fonts): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = pixels.width
  canvas.height = pixels.height
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('no canvas')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, pixels.width, pixels.height)
  context.scale(pixels.width / sheet.width, pixels.height / sheet.height)
  paint(context, sheet.ink, fonts)
  return canvas
}

function paint(context: CanvasRenderingContext2D, ink: readonly Ink[], fonts: Fonts): void {
  for (const one of ink) {
    switch (one.kind) {
      case 'group':
        context.save()
        context.translate(one.x, one.y)
        context.scale(one.scale, one.scale)
        paint(context, one.children, fonts)
        context.restore()
        break
      case 'rect': {
        const path = new Path2D()
        path.roundRect(one.x, one.y, one.width, one.height, one.radius ?? 0)
        fillAndStroke(context, path, one)
        break
      }
      case 'path':
        fillAndStroke(context, new Path2D(pathData(one.path)), one)
        break
      case 'text':
        fillAndStroke(context, new Path2D(pathData(outlineOf(one, fonts))), one)
    }
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
