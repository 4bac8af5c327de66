/** An emblem to try with: a coloured disc, and what a drawing program writes beside the pixels. */
import { PNG } from 'pngjs'
import { chunk, joined } from '../../src/sheet/writers/pngChunks.ts'

export function discPng(side: number, [red, green, blue]: readonly [number, number, number] = [190, 20, 20]) {
  const png = new PNG({ width: side, height: side })
  for (let i = 0; i < side * side; i++) {
    const [x, y] = [(i % side) - side / 2, Math.floor(i / side) - side / 2]
    png.data.set([red, green, blue, Math.hypot(x, y) < side / 2 ? 255 : 0], 4 * i)
  }
  return new Uint8Array(PNG.sync.write(png))
}

/** With a text chunk behind the header, as programs put their author there. */
export function signedPng(png: Uint8Array, words: string): Uint8Array {
  const afterHeader = 33
  return joined([
    png.subarray(0, afterHeader),
    chunk('tEXt', new TextEncoder().encode(words)),
    png.subarray(afterHeader),
  ])
}
