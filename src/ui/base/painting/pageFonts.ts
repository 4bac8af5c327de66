/** The fonts for exports: fetched from our own server on the first export, then kept. */
import boldUrl from '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf?url'
import regularUrl from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url'
import subsetterUrl from 'harfbuzzjs/dist/harfbuzz-subset.wasm?url'
import { openFont } from '../../../sheet/writers/font.ts'
import type { Fonts } from '../../../sheet/writers/outlineText.ts'

/** Thrown if the fonts could not be fetched. */
export class FontsError extends Error {
  override readonly name = 'FontsError'
}

let opened: Promise<Fonts> | undefined

/** Fetches both fonts, once. Rejects with a FontsError; the next call tries again. */
export async function pageFonts(): Promise<Fonts> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined
    throw new FontsError('fonts', { cause: error })
  })
  return opened
}

async function open(): Promise<Fonts> {
  const [regular, bold, wasm] = await Promise.all([regularUrl, boldUrl, subsetterUrl].map(bytesOf))
  const subsetter = await WebAssembly.compile(wasm!)
  return { regular: await openFont(regular!, subsetter), bold: await openFont(bold!, subsetter) }
}

async function bytesOf(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${answer.status} ${url}`)
  return new Uint8Array(await answer.arrayBuffer())
}
