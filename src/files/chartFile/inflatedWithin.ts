import type { Inflate, Unzlib } from 'fflate'

/** Bytes handed in at once. */
const piece = 4096

/**
 * Unpacks in pieces, to stop before everything is unpacked. Calls `spend` with the bytes of each
 * unpacked part; what it throws, and what the stream throws of broken input, comes through.
 */
export function inflatedWithin(
  packed: Uint8Array,
  stream: Inflate | Unzlib,
  spend: (bytes: number) => void,
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  stream.ondata = (part) => {
    spend(part.length)
    parts.push(part)
  }
  for (let at = 0; at < packed.length; at += piece)
    stream.push(packed.subarray(at, at + piece), at + piece >= packed.length)
  return joinedBytes(parts)
}

export function joinedBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
