/** What a PNG for printing must say and must not: its resolution, and no text. Source: PNG, third edition, 11.3. */
import type { Size } from '../../layout/arrangement.ts'
import { pageSize, type Page } from '../papers.ts'
import { chunk, chunksOf, joined, pngSignature } from './pngChunks.ts'

/** 300 dpi. */
const printResolution = 11811

/** Exact, at 300 dpi: A3 is 3508 × 4961. */
export function pixelSize(page: Page): Size {
  return printPixels(pageSize(page))
}

/** The pixels of so many millimetres at 300 dpi. */
export function printPixels({ width, height }: Size): Size {
  return { width: pixels(width), height: pixels(height) }
}

function pixels(millimetres: number): number {
  return Math.round((millimetres * 300) / 25.4)
}

/** Chunks that say something about where a picture came from. */
const telling = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'pHYs'])

/** The same picture with its resolution said, and nothing else said. */
export function withResolution(
  png: Uint8Array,
  pixelsPerMetre: number = printResolution,
): Uint8Array<ArrayBuffer> {
  const [header, ...others] = chunksOf(png)
  if (header === undefined || header.type !== 'IHDR') throw new Error('Not a PNG')
  const kept = others.filter((one) => !telling.has(one.type)).map((one) => one.bytes)
  return joined([pngSignature, header.bytes, resolutionChunk(pixelsPerMetre), ...kept])
}

export interface Pixels extends Size {
  /** Four bytes a pixel, row by row; what is transparent is not asked for. */
  readonly rgba: Uint8Array | Uint8ClampedArray
}

/** Packs as zlib does: the page and the command line have their own, far faster than ours. */
export type Deflate = (bytes: Uint8Array) => Uint8Array

/** An opaque picture as a PNG for printing. Four times as fast as the rasteriser's own writer. */
export function pngFile(pixels: Pixels, deflate: Deflate): Uint8Array {
  return packedPng(pixels, [deflate(scanlines(pixels))])
}

/** A PNG of scanlines that are packed already, in as many pieces as they came in. */
export function packedPng({ width, height }: Size, packed: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header.set([8, 2], 8) // eight bits each of red, green and blue
  return joined([
    pngSignature,
    chunk('IHDR', header),
    resolutionChunk(printResolution),
    ...packed.map((piece) => chunk('IDAT', piece)),
    chunk('IEND', new Uint8Array(0)),
  ])
}

/** Rows as a PNG has them before they are packed. Each begins with its filter: none. */
export function scanlines({ width, height, rgba }: Pixels): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array(height * (1 + 3 * width))
  let from = 0
  let to = 0
  for (let y = 0; y < height; y++) {
    to += 1
    for (let x = 0; x < width; x++) {
      rows[to] = rgba[from]!
      rows[to + 1] = rgba[from + 1]!
      rows[to + 2] = rgba[from + 2]!
      from += 4
      to += 3
    }
  }
  return rows
}

function resolutionChunk(pixelsPerMetre: number): Uint8Array {
  const content = new Uint8Array(9)
  const view = new DataView(content.buffer)
  view.setUint32(0, pixelsPerMetre)
  view.setUint32(4, pixelsPerMetre)
  content[8] = 1 // the unit is the metre
  return chunk('pHYs', content)
}
