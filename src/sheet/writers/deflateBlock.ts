/**
 * One block of a deflate stream with codes of its own. The only distance is three bytes,
 * a pixel; the lengths of the codes are written plainly, four bits each: their table is a
 * hundred and fifty bytes beside tens of thousands. Source: RFC 1951, 3.2.
 */
import { codeLengths } from './codeLengths.ts'

/** A growing row of bits, the lowest first. */
export interface Bits {
  bytes: Uint8Array<ArrayBuffer>
  at: number
  held: number
  count: number
}

/** Tokens: a byte as itself, a repetition of the last three bytes, 3 to 258 long, as 256 more than its length. */
export function block(bits: Bits, tokens: Uint16Array): void {
  const counts = new Uint32Array(symbols)
  for (const token of tokens) counts[symbolOf(token)]! += 1
  counts[endOfBlock] = 1
  const lengths = codeLengths(counts, longestCode)
  roomFor(bits, 3 * tokens.length + 512)
  head(bits, lengths)
  const codes = codesOf(lengths)
  for (const token of tokens) {
    const symbol = symbolOf(token)
    put(bits, codes[symbol]!, lengths[symbol]!)
    // After a length its extra bits, and one bit for the one distance that there is.
    if (token > 255) put(bits, extraOf[token - 256]!, extraBits[token - 256]! + 1)
  }
  put(bits, codes[endOfBlock]!, lengths[endOfBlock]!)
}

/** All bytes so far; an empty stored block makes the last of them whole. */
export function byteEnd(bits: Bits): Uint8Array<ArrayBuffer> {
  roomFor(bits, 16)
  put(bits, 0, 3)
  put(bits, 0, (8 - (bits.count % 8)) % 8)
  put(bits, 0, 16)
  put(bits, 0xffff, 16)
  return bits.bytes.slice(0, bits.at)
}

const symbols = 286
const endOfBlock = 256
const longestCode = 15

/** RFC 1951, 3.2.5: the shortest length that each symbol from 257 on says, and how many extra bits follow. */
const lengthSymbols = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
]
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]

const byLength = Array.from(
  { length: 259 },
  (_, length) => lengthSymbols.filter((least) => least <= length).length - 1,
)
const lengthSymbol = Uint16Array.from(byLength, (index) => 257 + index)
const extraBits = Uint8Array.from(byLength, (index) => lengthBits[index] ?? 0)
const extraOf = Uint8Array.from(byLength, (index, length) => length - (lengthSymbols[index] ?? length))

function symbolOf(token: number): number {
  return token < 256 ? token : lengthSymbol[token - 256]!
}

/** The order in which the lengths of the lengths' own codes are written (3.2.7). */
const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** Two codes of distances are named, and the third, three bytes, is used. */
const distanceLengths = [0, 0, 1]

function head(bits: Bits, lengths: Uint8Array): void {
  put(bits, 0b100, 3) // not the last block; codes of its own
  put(bits, symbols - 257, 5)
  put(bits, distanceLengths.length - 1, 5)
  put(bits, order.length - 4, 4)
  for (const symbol of order) put(bits, symbol < 16 ? 4 : 0, 3)
  for (const length of [...lengths, ...distanceLengths]) put(bits, reversed(length, 4), 4)
}

/** The canonical codes (3.2.2), turned round: a code's first bit is its highest. */
function codesOf(lengths: Uint8Array): Uint16Array {
  const codes = new Uint16Array(lengths.length)
  let next = 0
  for (let length = 1; length <= longestCode; length++) {
    for (const [symbol, own] of lengths.entries())
      if (own === length) codes[symbol] = reversed(next++, length)
    next <<= 1
  }
  return codes
}

function reversed(code: number, length: number): number {
  let turned = 0
  for (let bit = 0; bit < length; bit++) turned |= ((code >>> bit) & 1) << (length - 1 - bit)
  return turned
}

/** At most sixteen at a time. */
function put(bits: Bits, value: number, count: number): void {
  bits.held |= value << bits.count
  bits.count += count
  while (bits.count >= 8) {
    bits.bytes[bits.at++] = bits.held
    bits.held >>>= 8
    bits.count -= 8
  }
}

function roomFor(bits: Bits, more: number): void {
  if (bits.at + more <= bits.bytes.length) return
  const larger = new Uint8Array(Math.max(2 * bits.bytes.length, bits.at + more))
  larger.set(bits.bytes)
  bits.bytes = larger
}
