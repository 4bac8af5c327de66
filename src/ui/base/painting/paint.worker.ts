import { readGlyphs } from '../../../sheet/writers/font.ts'
import type { DeflatedRows } from '../../../sheet/writers/deflateRows.ts'
import type { Subsets } from './embeddedFaces.ts'
import { stripPainter, type Painting, type Strip } from './stripPainter.ts'

/** The first message is the sheet with its two subset fonts; each later one asks for a strip. */
export type PaintCall = { readonly painting: Painting; readonly subsets: Subsets } | { readonly strip: Strip }

export interface PaintAnswer {
  readonly rows: DeflatedRows
}

let paint: ((strip: Strip) => DeflatedRows) | undefined

addEventListener('message', ({ data }: MessageEvent<PaintCall>) => {
  if ('painting' in data) {
    const faces = { regular: readGlyphs(data.subsets.regular), bold: readGlyphs(data.subsets.bold) }
    paint = stripPainter(data.painting, faces, (width, height) => new OffscreenCanvas(width, height))
  } else answer(data.strip)
})

function answer(strip: Strip): void {
  if (!paint) throw new Error('A strip of nothing')
  const rows = paint(strip)
  postMessage({ rows } satisfies PaintAnswer, { transfer: [rows.bytes.buffer] })
}
