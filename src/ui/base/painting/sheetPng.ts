/**
 * A sheet as a PNG of exact pixels. html-to-image photographs the preview, a pure SVG;
 * what it cannot do (very large paper, a promise that never answers) the canvas paints
 * from the same display list.
 */
import { toCanvas } from 'html-to-image'
import type { Size } from '../../../layout/arrangement.ts'
import type { Sheet } from '../../../sheet/displayList.ts'
import type { Fonts } from '../../../sheet/writers/outlineText.ts'
import { withResolution } from '../../../sheet/writers/pngFile.ts'
import { embeddedFaces, subsetsFor } from './embeddedFaces.ts'
import { paintedPng } from './paintedPng.ts'

/** Beyond this html-to-image needs minutes, or shrinks in silence (its own limit is a side of 16384). */
const mostPhotographed = 40_000_000

/** ms; its promise can hang for ever (html-to-image #589, #592). */
const patience = 20_000

/** `preview` is the sheet as it stands on the page: an `<svg>` with the sheet's ink, or null where it stands nowhere. Throws a MissingGlyphError. */
export async function sheetPng(
  sheet: Sheet,
  pixels: Size,
  preview: SVGSVGElement | null,
  fonts: Fonts,
): Promise<Uint8Array<ArrayBuffer>> {
  if (preview === null || pixels.width * pixels.height > mostPhotographed)
    return paintedPng(sheet, pixels, fonts)
  const faces = await embeddedFaces(subsetsFor(sheet, fonts))
  const canvas = await photographed(preview, pixels, faces).catch(() => undefined)
  return canvas === undefined ? paintedPng(sheet, pixels, fonts) : withResolution(await pngBytes(canvas))
}

async function photographed(
  preview: SVGSVGElement,
  { width, height }: Size,
  fontEmbedCSS: string,
): Promise<HTMLCanvasElement | undefined> {
  const photo = toCanvas(preview as unknown as HTMLElement, {
    width,
    height,
    canvasWidth: width,
    canvasHeight: height,
    pixelRatio: 1,
    skipAutoScale: true,
    fontEmbedCSS,
    backgroundColor: '#ffffff',
    style: {
      width: `${width}px`,
      height: `${height}px`,
      maxWidth: 'none',
      maxHeight: 'none',
      boxShadow: 'none',
    },
  })
  const canvas = await Promise.race([photo, after(patience)])
  return canvas?.width === width && canvas.height === height ? canvas : undefined
}

async function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms)
  })
}

async function pngBytes(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error(`canvas ${canvas.width}×${canvas.height}`)
  return new Uint8Array(await blob.arrayBuffer())
}
