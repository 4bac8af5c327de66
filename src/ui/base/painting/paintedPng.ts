/**
 * Fallback PNG engine: paints the display list in strips and compresses each separately, so that
 * two workers share an A0 sheet and the page stays responsive. Where workers cannot paint (Safari
 * before 16.4, Firefox before 105), the page does, yielding between strips.
 */
import type { Size } from '../../../layout/arrangement.ts'
import type { Sheet } from '../../../sheet/displayList.ts'
import type { Fonts } from '../../../sheet/writers/outlineText.ts'
import type { DeflatedRows } from '../../../sheet/writers/deflateRows.ts'
import { pngOfRows } from '../../../sheet/writers/pngFile.ts'
import { subsetsFor } from './embeddedFaces.ts'
import type { PaintAnswer, PaintCall } from './paint.worker.ts'
import { stripPainter, stripsOf, type Painting, type Strip } from './stripPainter.ts'

/** The sheet as a PNG of exactly the given size in pixels. Throws a MissingGlyphError. */
export async function paintedPng(sheet: Sheet, size: Size, fonts: Fonts): Promise<Uint8Array<ArrayBuffer>> {
  const painting = { sheet, size }
  const subsets = subsetsFor(sheet, fonts)
  const pieces = await inWorkers({ painting, subsets }).catch(async () => inPage(painting, fonts))
  return pngOfRows(size, pieces)
}

/** Maximum number of workers; more are slower because memory is the bottleneck. */
const mostWorkers = 4

/** Each worker takes the next strip when it has finished one. */
async function inWorkers(
  begin: PaintCall & { readonly painting: Painting },
): Promise<readonly DeflatedRows[]> {
  if (typeof OffscreenCanvas === 'undefined') throw new Error('no canvas in workers')
  const strips = stripsOf(begin.painting.size)
  const waiting = [...strips.keys()]
  const count = Math.min(mostWorkers, navigator.hardwareConcurrency, strips.length)
  const workers = Array.from({ length: count }, () => startPainter(begin))
  const pieces: DeflatedRows[] = []
  const work = async ({ paint }: Painter): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      pieces[next] = await paint(strips[next]!)
  }
  try {
    await Promise.all(workers.map(work))
  } finally {
    for (const { end } of workers) end()
  }
  return pieces
}

interface Painter {
  readonly paint: (strip: Strip) => Promise<DeflatedRows>
  readonly end: () => void
}

function startPainter(begin: PaintCall): Painter {
  const worker = new Worker(new URL('./paint.worker.ts', import.meta.url), { type: 'module' })
  worker.postMessage(begin)
  const paint = async (strip: Strip): Promise<DeflatedRows> =>
    new Promise((resolve, reject) => {
      worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true })
      worker.addEventListener('message', ({ data }: MessageEvent<PaintAnswer>) => resolve(data.rows), {
        once: true,
      })
      worker.postMessage({ strip } satisfies PaintCall)
    })
  return { paint, end: () => worker.terminate() }
}

async function inPage(painting: Painting, fonts: Fonts): Promise<readonly DeflatedRows[]> {
  const paint = stripPainter(painting, fonts, newCanvas)
  const pieces: DeflatedRows[] = []
  for (const strip of stripsOf(painting.size)) {
    pieces.push(paint(strip))
    await breath()
  }
  return pieces
}

function newCanvas(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return canvas
}

async function breath(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
}
