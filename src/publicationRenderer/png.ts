/** A sheet as pixels, without a browser: outlined SVG through resvg. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { deflateSync } from 'node:zlib'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import type { Size } from '../layout/arrangement.ts'
import type { Sheet } from '../sheet/displayList.ts'
import type { Fonts } from '../sheet/writers/outlineText.ts'
import { pixelSize, pngFile } from '../sheet/writers/pngFile.ts'
import { sheetSvg } from '../sheet/writers/sheetSvg.ts'
import type { Page } from '../sheet/papers.ts'

const require = createRequire(import.meta.url)
/** resvg can be started once in a process, and says so with an error. */
let started: Promise<void> | undefined

/** Rasterises a sheet to a PNG at exactly 300 dpi. Throws a MissingGlyphError. */
export async function renderSheetPng(sheet: Sheet, page: Page, fonts: Fonts): Promise<Uint8Array> {
  return picturePng(sheet, pixelSize(page), fonts)
}

/** Rasterises a sheet to a PNG of exactly `size` pixels. Throws a MissingGlyphError. */
export async function picturePng(sheet: Sheet, size: Size, fonts: Fonts): Promise<Uint8Array> {
  started ??= readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then((wasm) => initWasm(wasm))
  await started
  const svg = sheetSvg(sheet, { text: 'outlined', fonts, pixels: size })
  const image = new Resvg(svg, { background: '#ffffff', font: { loadSystemFonts: false } }).render()
  const { width, height, pixels } = image
  image.free()
  return pngFile({ width, height, rgba: pixels }, (bytes) => deflateSync(bytes, { level: 6 }))
}
