/** The fonts of server and command line, read from the installed package. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { openFont } from '../sheet/writers/font.ts'
import type { Fonts } from '../sheet/writers/outlineText.ts'

const require = createRequire(import.meta.url)

/** Reads both weights of Noto Sans SC from the installed package. Rejects if a file is missing. */
export async function openFonts(): Promise<Fonts> {
  const [regular, bold, wasm] = await Promise.all([
    fileOf('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
    fileOf('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
    fileOf('harfbuzzjs/dist/harfbuzz-subset.wasm'),
  ])
  const subsetter = await WebAssembly.compile(wasm)
  return { regular: await openFont(regular, subsetter), bold: await openFont(bold, subsetter) }
}

async function fileOf(specifier: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(require.resolve(specifier)))
}
