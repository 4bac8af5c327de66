import { expect, it } from 'vitest'
import { readTrueType } from '../../../src/sheet/writers/trueType.ts'

const words = (...numbers: readonly number[]) => numbers.flatMap((one) => [(one >> 8) & 255, one & 255])
const longs = (...numbers: readonly number[]) =>
  numbers.flatMap((one) => [...words(one >>> 16), ...words(one)])

/** A square from (100, 0) to (300, 200), by the spec's shortest steps: one byte, its sign in the flags. */
const square = [
  ...words(1, 100, 0, 300, 200),
  ...words(3, 0),
  // Flags, then x, then y.
  0x33,
  0x35,
  0x33,
  0x15,
  100,
  200,
  200,
  200,
]

/** Another glyph at (dx, dy); `scale` are 2.14 fractions, which `flag` explains. */
function composite(dx: number, dy: number, flag = 0, ...scale: readonly number[]): readonly number[] {
  return words(-1, 0, 0, 0, 0, 0x0003 | flag, 1, dx, dy, ...scale.map((one) => one * 16384))
}

/** A font of .notdef, which is empty, and these glyphs as characters from 甲 on. */
function fontOf(...glyphs: readonly (readonly number[])[]): Uint8Array {
  const even = glyphs.map((one) => (one.length % 2 === 0 ? one : [...one, 0]))
  const ends = even.map((_, i) => even.slice(0, i + 1).flat().length / 2)
  const first = '甲'.codePointAt(0)!
  const head = Array.from({ length: 54 }, () => 0)
  head.splice(18, 2, ...words(1000))
  const hhea = Array.from({ length: 36 }, () => 0)
  hhea.splice(34, 2, ...words(1))
  const tables: readonly (readonly [string, readonly number[]])[] = [
    [
      'cmap',
      [...words(0, 1, 3, 10), ...longs(12), ...words(12, 0), ...longs(28, 0, 1)].concat(
        longs(first, first + glyphs.length - 1, 1),
      ),
    ],
    ['glyf', even.flat()],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', words(1000, 0)],
    ['loca', words(0, 0, ...ends)],
  ]
  const bytes: number[] = [...longs(0x10000), ...words(tables.length, 0, 0, 0)]
  let at = 12 + 16 * tables.length
  for (const [tag, { length }] of tables) {
    bytes.push(...Array.from(tag, (letter) => letter.charCodeAt(0)), ...longs(0, at, length))
    at += length
  }
  return Uint8Array.from([...bytes, ...tables.flatMap(([, content]) => content)])
}

function corners(bytes: Uint8Array, character: string): readonly (readonly number[])[] {
  const font = readTrueType(bytes)
  return font.outline(font.glyph(character.codePointAt(0)!)).map(([, ...numbers]) => numbers)
}

it('[SH8] an outline is read as the font draws it, down and back as well as up and on', () => {
  expect(corners(fontOf(square), '甲')).toEqual([[100, 0], [100, 200], [300, 200], [300, 0], []])
})

it('[SH8] a character that is not in the font has no glyph', () => {
  const font = readTrueType(fontOf(square))
  expect(['乙', '甲', '申'].map((one) => font.glyph(one.codePointAt(0)!))).toEqual([0, 1, 0])
})

it.each([
  ['moved', composite(50, -20), [150, -20, 350, 180]],
  ['half as large', composite(0, 0, 0x08, 0.5), [50, 0, 150, 100]],
  ['wider and lower', composite(0, 0, 0x40, 1.5, 0.5), [150, 0, 450, 100]],
  ['on its side', composite(0, 0, 0x80, 0, 1, -1, 0), [-200, 100, 0, 300]],
] as const)('[SH8] a glyph made of another one is that one, %s', (_, glyph, box) => {
  const points = corners(fontOf(square, glyph), String.fromCodePoint('甲'.codePointAt(0)! + 1)).slice(0, -1)
  const [xs, ys] = [points.map(([x]) => x!), points.map(([, y]) => y!)]
  expect([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]).toEqual(box)
})
