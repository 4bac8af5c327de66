/** The unit's emblem as the server accepts it: pixels without metadata, of limited size. */
import { EmblemError, readEmblem } from '../sheet/writers/pngPixels.ts'

/** px; 17 mm on A1 at 300 dpi. To look into a picture of more would keep others waiting. */
const longestSide = 600

/**
 * The emblem as a PNG of pixels only, without metadata. Undefined if the bytes are no
 * printable PNG or a side is longer than 600 px.
 */
export function plainEmblem(png: Uint8Array): Uint8Array | undefined {
  try {
    return longest(png) > longestSide ? undefined : readEmblem(png).png
  } catch (error) {
    if (error instanceof EmblemError) return undefined
    throw error
  }
}

/** The longest side by the header, before anything is decompressed. */
function longest(png: Uint8Array): number {
  if (png.length < 24) return 0
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  return Math.max(view.getUint32(16), view.getUint32(20))
}
