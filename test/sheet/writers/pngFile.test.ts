import { deflateSync } from 'node:zlib'
import * as fc from 'fast-check'
import { PNG } from 'pngjs'
import { expect, it } from 'vitest'
import { deflateRows } from '../../../src/sheet/writers/deflateRows.ts'
import { pixelSize, pngFile, pngOfRows, withResolution } from '../../../src/sheet/writers/pngFile.ts'

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

/** Stretches, repeated rows, gradients and noise: what is drawn, and what never is. */
const drawing = fc
  .record({
    width: fc.integer({ min: 1, max: 400 }),
    rows: fc.array(
      fc.record({ kind: fc.constantFrom('same', 'stretch', 'slope', 'noise'), seed: fc.nat() }),
      {
        minLength: 1,
        maxLength: 12,
      },
    ),
    cuts: fc.array(fc.nat(), { maxLength: 3 }),
  })
  .map(({ width, rows, cuts }) => {
    const rgba = new Uint8ClampedArray(4 * width * rows.length)
    for (const [y, { kind, seed }] of rows.entries())
      for (let i = 0; i < 4 * width; i++) {
        const at = 4 * width * y + i
        const x = i >> 2
        if (kind === 'same') rgba[at] = y === 0 ? 255 : rgba[at - 4 * width]!
        if (kind === 'stretch') rgba[at] = ((seed >> (x < seed % width ? 0 : 8)) + (i % 4)) & 255
        if (kind === 'slope') rgba[at] = (x * ((seed % 7) + 1)) & 255
        if (kind === 'noise') rgba[at] = Math.imul(seed + i, 2654435761) >>> 24
        if (i % 4 === 3) rgba[at] = 255
      }
    const edges = [...new Set([0, ...cuts.map((cut) => cut % rows.length), rows.length])].sort(
      (a, b) => a - b,
    )
    return { width, height: rows.length, rgba, edges }
  })

it('[SH7] is the same picture in however many pieces its rows were packed, with right sums', () => {
  fc.assert(
    fc.property(drawing, ({ width, height, rgba, edges }) => {
      const pieces = edges.slice(1).map((bottom, i) => {
        const rows = rgba.subarray(4 * width * edges[i]!, 4 * width * bottom)
        return deflateRows({ width, height: bottom - edges[i]!, rgba: rows })
      })
      const png = PNG.sync.read(Buffer.from(pngOfRows({ width, height }, pieces)), { checkCRC: true })
      expect([png.width, png.height]).toEqual([width, height])
      expect(Buffer.compare(png.data, Buffer.from(rgba))).toBe(0)
    }),
    { numRuns: 300 },
  )
})

it('[SH7] packs white paper to next to nothing, and noise to not much more than it is', () => {
  const size = { width: 3000, height: 200 }
  const white = new Uint8Array(4 * size.width * size.height).fill(255)
  expect(deflateRows({ ...size, rgba: white }).bytes.length).toBeLessThan(10_000)
  const noise = white.map((_, i) => Math.imul(i, 2654435761) >>> (i % 13))
  expect(deflateRows({ ...size, rgba: noise }).bytes.length).toBeLessThan(3.3 * size.width * size.height)
})
