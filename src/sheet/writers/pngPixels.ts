/**
 * Reads the pixels of a PNG: what a PDF and a canvas need of an emblem. Eight bits a
 * channel, not interlaced; the page's canvas makes such ones of whatever is chosen.
 * Source: PNG, third edition, 9 and 11.2.
 */
import { unzlibSync } from 'fflate'
import type { Size } from '../../layout/arrangement.ts'
import type { Emblem } from '../pageStyle.ts'
import { chunksOf, isPng, joined, pngSignature, type Chunk } from './pngChunks.ts'

/** The picture is no PNG, or one of a kind that we do not read. */
export class EmblemError extends Error {
  readonly fault = 'unreadable-emblem'

  constructor(why: string) {
    super(why)
    this.name = 'EmblemError'
  }
}

/** What makes the picture. Everything else a PNG may hold can say where it came from. */
const pictured = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])

/** A side of an emblem; 17 mm on A0 at 300 dpi needs 600. */
const mostPixels = 2400

/** An emblem from a PNG file, reduced to its pixels. Throws an EmblemError. */
export function readEmblem(png: Uint8Array): Emblem {
  const { width, height } = pixelsOf(png)
  const kept = chunksOf(png).filter(({ type }) => pictured.has(type))
  return { width, height, png: joined([pngSignature, ...kept.map(({ bytes }) => bytes)]) }
}

export interface PngPixels extends Size {
  /** Four bytes a pixel. */
  readonly rgba: Uint8ClampedArray<ArrayBuffer>
}

/** Decodes a PNG: 8 bits a channel, not interlaced. Throws an EmblemError for anything else. */
export function pixelsOf(png: Uint8Array): PngPixels {
  if (!isPng(png)) throw new EmblemError('Not a PNG')
  const chunks = chunksOf(png)
  const { width, height, kind } = headerOf(chunks)
  const packed = joined(chunks.flatMap(({ type, content }) => (type === 'IDAT' ? [content] : [])))
  const channels = channelsOf[kind]
  const rows = unfiltered(inflated(packed, height * (1 + width * channels)), width * channels, channels)
  const palette = chunks.find(({ type }) => type === 'PLTE')?.content ?? new Uint8Array(0)
  const alphas = chunks.find(({ type }) => type === 'tRNS')?.content ?? new Uint8Array(0)
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (let i = 0; i < width * height; i++)
    rgba.set(pixelOf(kind, rows.subarray(i * channels, (i + 1) * channels), palette, alphas), 4 * i)
  return { width, height, rgba }
}

const channelsOf = { grey: 1, rgb: 3, palette: 1, greyAlpha: 2, rgba: 4 } as const
type Kind = keyof typeof channelsOf
const kinds: readonly (Kind | undefined)[] = [
  'grey',
  undefined,
  'rgb',
  'palette',
  'greyAlpha',
  undefined,
  'rgba',
]

function headerOf([header]: readonly Chunk[]): Size & { readonly kind: Kind } {
  if (header?.type !== 'IHDR' || header.content.length < 13) throw new EmblemError('No header')
  const view = new DataView(header.content.buffer, header.content.byteOffset, header.content.length)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const kind = kinds[header.content[9]!]
  const plain = header.content[8] === 8 && header.content[12] === 0
  if (kind === undefined || !plain) throw new EmblemError('Eight bits a channel, not interlaced')
  if (width < 1 || height < 1 || Math.max(width, height) > mostPixels) throw new EmblemError('Too large')
  return { width, height, kind }
}

function inflated(packed: Uint8Array, length: number): Uint8Array {
  try {
    const bytes = unzlibSync(packed, { out: new Uint8Array(length) })
    if (bytes.length === length) return bytes
  } catch (error) {
    throw Object.assign(new EmblemError('Damaged'), { cause: error })
  }
  throw new EmblemError('Damaged')
}

/** Undoes each row's filter, and leaves its number away. */
function unfiltered(rows: Uint8Array, length: number, step: number): Uint8Array {
  const height = rows.length / (length + 1)
  const plain = new Uint8Array(height * length)
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (length + 1)]!
    for (let x = 0; x < length; x++) {
      const at = y * length + x
      const left = x < step ? 0 : plain[at - step]!
      const up = y === 0 ? 0 : plain[at - length]!
      const corner = x < step || y === 0 ? 0 : plain[at - length - step]!
      plain[at] = rows[y * (length + 1) + 1 + x]! + predicted(filter, left, up, corner)
    }
  }
  return plain
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  return filter === 4 ? nearest(left, up, corner) : 0
}

/** Paeth's predictor. */
function nearest(left: number, up: number, corner: number): number {
  const [toLeft, toUp] = [Math.abs(up - corner), Math.abs(left - corner)]
  const toCorner = Math.abs(left + up - 2 * corner)
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

function pixelOf(
  kind: Kind,
  bytes: Uint8Array,
  palette: Uint8Array,
  alphas: Uint8Array,
): readonly [number, number, number, number] {
  const [a = 0, b = 0, c = 0, d = 0] = bytes
  switch (kind) {
    case 'grey':
      return [a, a, a, alphas.length === 2 && alphas[1] === a ? 0 : 255]
    case 'rgb':
      return [a, b, c, alphas.length === 6 && alphas[1] === a && alphas[3] === b && alphas[5] === c ? 0 : 255]
    case 'palette':
      return [palette[3 * a] ?? 0, palette[3 * a + 1] ?? 0, palette[3 * a + 2] ?? 0, alphas[a] ?? 255]
    case 'greyAlpha':
      return [a, a, a, b]
    case 'rgba':
      return [a, b, c, d]
  }
}
