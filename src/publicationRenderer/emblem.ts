/** 单位标识 as the server takes one: pixels that say nothing else, and not too many of them. */
import { EmblemError, readEmblem } from '../sheet/writers/pngPixels.ts'

/** px; 17 mm on A1 at 300 dpi. To look into a picture of more would keep others waiting. */
const longestSide = 600

/** With nothing but its pixels; undefined where it is no PNG that can be printed. */
export function plainEmblem(png: Uint8Array): Uint8Array | undefined {
  try {
    return longest(png) > longestSide ? undefined : readEmblem(png).png
  } catch (error) {
    if (error instanceof EmblemError) return undefined
    throw error
  }
}

/** As the header says, before anything is unpacked. */
function longest(png: Uint8Array): number {
  if (png.length < 24) return 0
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  return Math.max(view.getUint32(16), view.getUint32(20))
}
