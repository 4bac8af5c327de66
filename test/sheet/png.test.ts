import { PNG } from 'pngjs'
import { expect, it } from 'vitest'
import { deflateSync } from 'node:zlib'
import { pixelSize, pngFile, withResolution } from '../../src/sheet/out/png.ts'

it.each([
  ['A4', 2480, 3508],
  ['A3', 3508, 4961],
  ['A2', 4961, 7016],
  ['A1', 7016, 9933],
  ['A0', 9933, 14043],
  ['600x900', 7087, 10630],
] as const)('[SH7] %s has %i × %i pixels at 300 dpi', (paper, width, height) => {
  expect(pixelSize({ paper, landscape: false })).toEqual({ width, height })
  expect(pixelSize({ paper, landscape: true })).toEqual({ width: height, height: width })
})

function chunks(png: Uint8Array): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>()
  const bytes = Buffer.from(png)
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at)
    found.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return found
}

/** A `tEXt` chunk, as programs add them; readers that ignore it do not check its sum. */
function withText(png: Uint8Array): Uint8Array {
  const content = Buffer.from('tEXtAuthor\0张三')
  const head = Buffer.alloc(4)
  head.writeUInt32BE(content.length - 4)
  return Buffer.concat([png.subarray(0, 33), head, content, Buffer.alloc(4), png.subarray(33)])
}

it('[SH7] says its resolution once, with a right checksum, and nothing else', () => {
  const plain = PNG.sync.write(new PNG({ width: 3, height: 2 }))
  const once = withResolution(withText(plain))
  const resolution = chunks(once).get('pHYs')!
  expect([resolution.readUInt32BE(0), resolution.readUInt32BE(4), resolution[8]]).toEqual([11811, 11811, 1])
  expect(chunks(once).has('tEXt')).toBe(false)
  // pngjs refuses a wrong checksum.
  expect(PNG.sync.read(Buffer.from(once), { checkCRC: true })).toMatchObject({ width: 3, height: 2 })
  expect(withResolution(once)).toEqual(once)
})

it('[SH7] writes pixels as they are, at 300 dpi', () => {
  const rgba = Uint8Array.from({ length: 2 * 3 * 4 }, (_, i) => (i % 4 === 3 ? 255 : i * 7))
  const png = pngFile({ width: 2, height: 3, rgba }, deflateSync)
  expect(Uint8Array.from(PNG.sync.read(Buffer.from(png)).data)).toEqual(rgba)
  expect(withResolution(png)).toEqual(png)
})
