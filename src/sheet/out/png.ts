/** What a PNG for printing must say and must not: its resolution, and no text. Source: PNG, third edition, 5 and 11.3. */
import type { Size } from '../../layout/arrangement.ts'
import { pageSize, type Page } from '../papers.ts'

/** 300 dpi. */
const printResolution = 11811

/** Exact, at 300 dpi: A3 is 3508 × 4961. */
export function pixelSize(page: Page): Size {
  const { width, height } = pageSize(page)
  return { width: pixels(width), height: pixels(height) }
}

function pixels(millimetres: number): number {
  return Math.round((millimetres * 300) / 25.4)
}

const signatureLength = 8
/** Chunks that say something about where a picture came from. */
const telling = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'pHYs'])

/** The same picture with its resolution said, and nothing else said. */
export function withResolution(png: Uint8Array, pixelsPerMetre: number = printResolution): Uint8Array {
  const [header, ...others] = chunksOf(png)
  if (header === undefined || header.type !== 'IHDR') throw new Error('Not a PNG')
  const kept = others.filter((one) => !telling.has(one.type)).map((one) => one.bytes)
  return joined([png.subarray(0, signatureLength), header.bytes, resolutionChunk(pixelsPerMetre), ...kept])
}

export interface Pixels extends Size {
  /** Four bytes a pixel, row by row; what is transparent is not asked for. */
  readonly rgba: Uint8Array
}

/** Packs as zlib does: the page and the command line have their own, far faster than ours. */
export type Deflate = (bytes: Uint8Array) => Uint8Array

/** An opaque picture as a PNG for printing. Four times as fast as the rasteriser's own writer. */
export function pngFile({ width, height, rgba }: Pixels, deflate: Deflate): Uint8Array {
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header.set([8, 2], 8) // eight bits each of red, green and blue
  return joined([
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    resolutionChunk(printResolution),
    chunk('IDAT', deflate(scanlines(width, height, rgba))),
    chunk('IEND', new Uint8Array(0)),
  ])
}

/** Each row begins with its filter: none. */
function scanlines(width: number, height: number, rgba: Uint8Array): Uint8Array {
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

interface Chunk {
  readonly type: string
  /** Length, type, content and checksum. */
  readonly bytes: Uint8Array
}

function chunksOf(png: Uint8Array): readonly Chunk[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const chunks: Chunk[] = []
  let at = signatureLength
  while (at + 12 <= png.length) {
    const end = at + 12 + view.getUint32(at)
    chunks.push({ type: String.fromCharCode(...png.subarray(at + 4, at + 8)), bytes: png.subarray(at, end) })
    at = end
  }
  return chunks
}

function resolutionChunk(pixelsPerMetre: number): Uint8Array {
  const content = new Uint8Array(9)
  const view = new DataView(content.buffer)
  view.setUint32(0, pixelsPerMetre)
  view.setUint32(4, pixelsPerMetre)
  content[8] = 1 // the unit is the metre
  return chunk('pHYs', content)
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + content.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, content.length)
  bytes.set(
    Array.from(type, (letter) => letter.charCodeAt(0)),
    4,
  )
  bytes.set(content, 8)
  view.setUint32(8 + content.length, checksum(bytes.subarray(4, 8 + content.length)))
  return bytes
}

/** CRC-32, bit by bit: half a megabyte at most takes no time worth a table. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
