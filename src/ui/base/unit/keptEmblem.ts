/** An emblem from a file, kept in this browser under the unit's name for when the server has none. */
import type { Emblem } from '../../../sheet/pageStyle.ts'
import { pngDataUri } from '../../../sheet/writers/base64.ts'
import { readEmblem } from '../../../sheet/writers/pngPixels.ts'

const prefix = 'qingquan.emblem:'

/** Null if none is kept or the kept one is unreadable. */
export async function keptEmblem(unit: string, storage: Storage): Promise<Emblem | null> {
  try {
    const kept = storage.getItem(prefix + unit)
    if (kept === null) return null
    return readEmblem(new Uint8Array(await (await fetch(kept)).arrayBuffer()))
  } catch {
    return null
  }
}

/** Throws if storage is full or missing. */
export function keepEmblem(unit: string, emblem: Emblem | null, storage: Storage): void {
  if (emblem === null) storage.removeItem(prefix + unit)
  else storage.setItem(prefix + unit, pngDataUri(emblem.png))
}

/** px; 17 mm on A1 at 300 dpi, and small enough for storage. */
const longestSide = 600

/** Rasterises any picture the browser can show, which drops scripts and metadata of the file. */
export async function emblemOfFile(file: Blob, longest = longestSide): Promise<Emblem> {
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    // An SVG may have no intrinsic size.
    const [width, height] = [image.naturalWidth || longest, image.naturalHeight || longest]
    const scale = longest / Math.max(width, height)
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(width * scale))
    canvas.height = Math.max(1, Math.round(height * scale))
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (blob === null) throw new Error('canvas')
    return readEmblem(new Uint8Array(await blob.arrayBuffer()))
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** Scales the picture down until it fits the given number of bytes. */
export async function emblemWithin(bytes: number, file: Blob): Promise<Emblem> {
  for (const longest of [longestSide, 480, 360, 240]) {
    const emblem = await emblemOfFile(file, longest)
    if (emblem.png.length <= bytes) return emblem
  }
  throw new Error('too large')
}

/** Opens the browser's file dialog for pictures and passes the file on. */
export function chosenPicture(hand: (file: File) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/png,image/jpeg,image/svg+xml,image/webp'
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file) hand(file)
  })
  input.click()
}
