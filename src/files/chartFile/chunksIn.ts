/** Reading a PNG's chunks (PNG, third edition, 5.3): only as far as texts that it carries need it. */
import { strFromU8 } from 'fflate'

const signature = [0x89, 0x50, 0x4e, 0x47]

export interface ReadChunk {
  /** `tEXt`, `zTXt`, `iTXt` … */
  readonly kind: string
  readonly content: Uint8Array
}

/** The chunks up to where the file is cut off; undefined if it is no PNG. */
export function chunksIn(png: Uint8Array): readonly ReadChunk[] | undefined {
  if (!signature.every((byte, at) => png[at] === byte)) return undefined
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const chunks: ReadChunk[] = []
  for (let at = 8; at + 12 <= png.length;) {
    const length = view.getUint32(at)
    const kind = strFromU8(png.subarray(at + 4, at + 8), true)
    chunks.push({ kind, content: png.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}
