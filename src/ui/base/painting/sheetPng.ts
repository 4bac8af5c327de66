/**
 * A sheet as a PNG of exact size. html-to-image renders the preview SVG; if it cannot (very large
 * paper, a promise that never settles), the canvas painter renders the same display list.
 */
import { toCanvas } from 'html-to-image'
import type { Size } from '../../../layout/arrangement.ts'
import type { Sheet } from '../../../sheet/displayList.ts'
import type { Fonts } from '../../../sheet/writers/outlineText.ts'
import { withResolution } from '../../../sheet/writers/pngFile.ts'
import { embeddedFaces, subsetsFor } from './embeddedFaces.ts'
import { paintedPng } from './paintedPng.ts'

/** Limit above which html-to-image takes minutes or scales down silently (its own limit: 16384 px a side). */
const mostPhotographed = 40_000_000

/** Timeout in ms; its promise may never settle (html-to-image #589, #592). */
const patience = 20_000

/**
 * `preview` is the `<svg>` of the sheet on the page, or null if it is not shown. Throws a
 * MissingGlyphError.
 */
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
