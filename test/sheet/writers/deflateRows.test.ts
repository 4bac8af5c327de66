import { inflateSync } from 'node:zlib'
import { PNG } from 'pngjs'
import { expect, it } from 'vitest'
import { deflateRows } from '../../../src/sheet/writers/deflateRows.ts'
import { pngOfRows } from '../../../src/sheet/writers/pngFile.ts'

type Colour = readonly [red: number, green: number, blue: number]

/** A picture drawn point by point, packed and read again; zlib looks at its checksum. */
function readAgain(width: number, height: number, colourAt: (x: number, y: number) => Colour): boolean {
  const rgba = new Uint8Array(4 * width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rgba.set([...colourAt(x, y), 255], 4 * (y * width + x))
  const png = Buffer.from(pngOfRows({ width, height }, [deflateRows({ width, height, rgba })]))
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  expect(inflateSync(Buffer.concat(parts)).length).toBe(height * (1 + 3 * width))
  return PNG.sync.read(png).data.equals(rgba)
}

it.each([
  ['white paper', () => [255, 255, 255] as const],
  ['a line across', (_: number, y: number) => (y === 2 ? [200, 30, 30] : [255, 255, 255]) as Colour],
  ['a line down', (x: number) => (x === 170 ? [10, 20, 30] : [255, 254, 253]) as Colour],
  ['a slope', (x: number, y: number) => [(x + y) & 255, (2 * x) & 255, y & 255] as Colour],
])('[SH7] %s is packed in rows and read again', (_, colourAt) => {
  expect(readAgain(300, 5, colourAt)).toBe(true)
})

it('[SH7] a row that begins where a block is all but full loses nothing', () => {
  // No two neighbours alike: a row of 428 pixels is 1,285 tokens, and 51 rows are one less than a block.
  expect(readAgain(428, 53, (x, y) => [(x + y) & 255, (3 * x + 5 * y) & 255, (7 * x) & 255])).toBe(true)
})
