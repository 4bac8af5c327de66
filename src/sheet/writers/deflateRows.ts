/**
 * A deflate encoder specialised for drawings: a sheet consists of long runs of one colour
 * below equal rows. Each row is encoded as the difference to the row above, and the only
 * matches searched are repetitions of the previous pixel. A general encoder takes ten times as
 * long for files of the same size. Pieces do not refer to each other, so several workers can
 * compress one picture. Sources: PNG, third edition, 9 and 10; RFC 1950, 9 (Adler-32).
 */
import type { Size } from '../../layout/arrangement.ts'
import { block, byteEnd, type Bits } from './deflateBlock.ts'

export interface Pixels extends Size {
  /** RGBA; alpha is ignored. */
  readonly rgba: Uint8Array | Uint8ClampedArray
}

/** Compressed rows; to be joined with others of the same picture. */
export interface DeflatedRows {
  /** Whole blocks of a deflate stream, none of them its last. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Of the rows before they were packed: bytes, and Adler's two sums. */
  readonly length: number
  readonly sums: Sums
}

export type Sums = readonly [number, number]

/**
 * Compresses a stretch of pixel rows for a PNG. Stretches can be compressed independently and
 * joined by `pngOfRows`.
 */
export function deflateRows({ width, height, rgba }: Pixels): DeflatedRows {
  const whole = rgba.byteOffset % 4 === 0 ? rgba : rgba.slice()
  const pixels = new Uint32Array(whole.buffer, whole.byteOffset, width * height)
  const rows: Rows = {
    pixels,
    width,
    tokens: new Uint16Array(blockTokens + 3 * width + 1),
    used: 0,
    a: 1,
    b: 0,
  }
  const bits: Bits = { bytes: new Uint8Array(1 << 16), at: 0, held: 0, count: 0 }
  for (let y = 0; y < height; y++) {
    if (y === 0) firstRow(rows)
    else lowerRow(rows, y)
    if (rows.used < blockTokens && y + 1 < height) continue
    block(bits, rows.tokens.subarray(0, rows.used))
    rows.used = 0
  }
  return { bytes: byteEnd(bits), length: height * (1 + 3 * width), sums: [rows.a, rows.b] }
}

/** Adler-32 sums of two stretches combined; `length` is that of the second in bytes. */
export function joinedSums([a, b]: Sums, { length, sums }: DeflatedRows): Sums {
  const [a2, b2] = sums
  return [(a + a2 + modulus - 1) % modulus, (b + b2 + (length % modulus) * (a + modulus - 1)) % modulus]
}

/** Enough for the codes to pay for their table, few enough to fit what is drawn there. */
const blockTokens = 1 << 16

const modulus = 65521

interface Rows {
  readonly pixels: Uint32Array
  readonly width: number
  /** A byte as itself, a repetition of so many bytes as 256 more. */
  readonly tokens: Uint16Array
  used: number
  a: number
  b: number
}

/** Filter 0: there is nothing above. */
function firstRow(rows: Rows): void {
  const { pixels, width } = rows
  filterByte(rows, 0)
  for (let x = 0; x < width;) {
    const pixel = pixels[x]!
    const begin = x++
    while (x < width && pixels[x] === pixel) x++
    stretch(rows, pixel, x - begin)
  }
}

/** Filter 2: the difference to the row above. */
function lowerRow(rows: Rows, y: number): void {
  const { pixels, width } = rows
  filterByte(rows, 2)
  const end = (y + 1) * width
  for (let at = y * width; at < end;) {
    const begin = at
    const pixel = pixels[at]!
    const above = pixels[at++ - width]!
    if (pixel === above) while (at < end && pixels[at] === pixels[at - width]) at++
    else while (at < end && pixels[at] === pixel && pixels[at - width] === above) at++
    stretch(rows, difference(pixel, above), at - begin)
  }
}

/** Byte by byte, four at once: no byte borrows from its neighbour. */
function difference(one: number, other: number): number {
  return ((one | 0x80808080) - (other & 0x7f7f7f7f)) ^ ((one ^ ~other) & 0x80808080)
}

function filterByte(rows: Rows, filter: number): void {
  rows.tokens[rows.used++] = filter
  rows.a = (rows.a + filter) % modulus
  rows.b = (rows.b + rows.a) % modulus
}

/** The longest repetition that deflate can say in whole pixels. */
const longest = 258

/** The same three bytes, so many times. */
function stretch(rows: Rows, pixel: number, count: number): void {
  const { tokens } = rows
  const [red, green, blue] = [pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255]
  let { used } = rows
  tokens[used] = red
  tokens[used + 1] = green
  tokens[used + 2] = blue
  used += 3
  let rest = 3 * (count - 1)
  for (; rest > longest; rest -= longest) tokens[used++] = 256 + longest
  if (rest > 0) tokens[used++] = 256 + rest
  rows.used = used
  const sum = red + green + blue
  const grown = 3 * (count * rows.a + (sum * count * (count - 1)) / 2)
  rows.b = (rows.b + grown + count * (3 * red + 2 * green + blue)) % modulus
  rows.a = (rows.a + count * sum) % modulus
}
