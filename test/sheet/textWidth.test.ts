import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { advanceOf, runsOf, textWidthOf } from '../../src/sheet/textWidth.ts'
import { readTrueType, type TrueType } from '../../src/sheet/writers/trueType.ts'

const require = createRequire(import.meta.url)

function fontOf(file: string): TrueType {
  return readTrueType(
    new Uint8Array(readFileSync(require.resolve(`@expo-google-fonts/noto-sans-sc/${file}`))),
  )
}

it.each([
  ['regular', '400Regular/NotoSansSC_400Regular.ttf'],
  ['bold', '700Bold/NotoSansSC_700Bold.ttf'],
] as const)('[SH1] knows the advance of every character of the %s font', (weight, file) => {
  const font = fontOf(file)
  const wrong: string[] = []
  let seen = 0
  font.eachCharacter((codePoint, glyph) => {
    seen += 1
    const own = font.advance(glyph) / font.unitsPerEm
    if (Math.abs(own - advanceOf(codePoint, weight)) > 1e-9) wrong.push(String.fromCodePoint(codePoint))
  })
  expect(wrong).toEqual([])
  expect(seen).toBeGreaterThan(30_000)
})

it('[SH1] a Chinese character is 1 em', () => {
  expect(textWidthOf('权力运行', 14, 'regular')).toBe(56)
})

it('[SH1] neighbouring punctuation is squeezed, and cut apart there', () => {
  expect(runsOf('《条例》（节选）', 10, 'regular')).toEqual([
    { text: '《条例》', x: 0, width: 40 },
    { text: '（节选）', x: 35, width: 40 },
  ])
  expect(textWidthOf('《条例》（节选）', 10, 'regular')).toBe(75)
})
