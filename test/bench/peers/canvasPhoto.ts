/** The usual way to export a React Flow canvas: html-to-image on its viewport, as React Flow's own example does it. */
import { createRequire } from 'node:module'
import type * as HtmlToImage from 'html-to-image'
import type { Page } from 'playwright-core'
import type { Size } from '../../../src/layout/arrangement.ts'

declare const htmlToImage: typeof HtmlToImage

export interface Photo {
  readonly ms: number
  readonly png: Buffer
}

/** Undefined where it took longer than `cap` ms; the page is of no use then. */
export async function canvasPhoto(
  page: Page,
  drawing: Size,
  pixels: Size,
  cap: number,
): Promise<Photo | undefined> {
  const require = createRequire(import.meta.url)
  await page.addScriptTag({ path: require.resolve('html-to-image/dist/html-to-image.js') })
  const scale = Math.min(pixels.width / drawing.width, pixels.height / drawing.height)
  // Its promise can hang, and a busy page keeps no time: the cap is kept out here.
  const photo = page.evaluate(photograph, { width: pixels.width, height: pixels.height, scale })
  // Once given up, the page is closed, and what it then says about that is no news.
  photo.catch(() => undefined)
  const made = await Promise.race([photo, after(cap)])
  return (
    made && { ms: made.ms, png: Buffer.from(made.dataUri.slice(made.dataUri.indexOf(',') + 1), 'base64') }
  )
}

/** Runs in the page, and can see nothing of this file. */
async function photograph({
  width,
  height,
  scale,
}: {
  readonly width: number
  readonly height: number
  readonly scale: number
}): Promise<{ readonly ms: number; readonly dataUri: string }> {
  const viewport = document.querySelector<HTMLElement>('.react-flow__viewport')!
  const begun = performance.now()
  const dataUri = await htmlToImage.toPng(viewport, {
    width,
    height,
    canvasWidth: width,
    canvasHeight: height,
    pixelRatio: 1,
    skipAutoScale: true,
    backgroundColor: '#ffffff',
    style: { width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` },
  })
  return { ms: performance.now() - begun, dataUri }
}

async function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms).unref()
  })
}
