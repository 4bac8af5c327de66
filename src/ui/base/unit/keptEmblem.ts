/** An emblem from a file. Where the server knows none, it is kept in this browser under the unit's name. */
import type { Emblem } from '../../../sheet/pageStyle.ts'
import { pngDataUri } from '../../../sheet/writers/base64.ts'
import { readEmblem } from '../../../sheet/writers/pngPixels.ts'

const prefix = 'qingquan.emblem:'

/** Null where none is kept, or what is kept cannot be read any more. */
export async function keptEmblem(unit: string, storage: Storage): Promise<Emblem | null> {
  try {
    const kept = storage.getItem(prefix + unit)
    if (kept === null) return null
    return readEmblem(new Uint8Array(await (await fetch(kept)).arrayBuffer()))
  } catch {
    return null
  }
}

/** Throws where the browser has no room or no storage. */
export function keepEmblem(unit: string, emblem: Emblem | null, storage: Storage): void {
  if (emblem === null) storage.removeItem(prefix + unit)
  else storage.setItem(prefix + unit, pngDataUri(emblem.png))
}

/** px; 17 mm on A1 at 300 dpi, and little enough to be kept. */
const longestSide = 600

/** Any picture that the browser can show becomes plain pixels: nothing that a file says or does comes along. */
export async function emblemOfFile(file: Blob, longest = longestSide): Promise<Emblem> {
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    // An SVG need not say how large it is.
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

/** The same in at most so many bytes: a photograph of an emblem becomes a smaller one. */
export async function emblemWithin(bytes: number, file: Blob): Promise<Emblem> {
  for (const longest of [longestSide, 480, 360, 240]) {
    const emblem = await emblemOfFile(file, longest)
    if (emblem.png.length <= bytes) return emblem
  }
  throw new Error('too large')
}

/** Asks for a picture the way the browser does, and hands it on. */
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
