import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { composeSheet } from '../../../src/sheet/composeSheet.ts'
import { MissingGlyphError } from '../../../src/sheet/writers/font.ts'
import { sheetPdf } from '../../../src/sheet/writers/sheetPdf.ts'
import { sheetSvg } from '../../../src/sheet/writers/sheetSvg.ts'
import { readTrueType } from '../../../src/sheet/writers/trueType.ts'
import { chartOf } from '../../support/chartOf.ts'
import { pdfText } from '../../support/poppler.ts'
import { contentOf, fonts } from '../../support/sheets.ts'

it.each(['䶮', '㛃', '𬭎', '囍', '𠮷', '🙂', '\u{10FFFD}'])(
  '[SH8] %s is printed or named, never lost',
  async (character) => {
    const content = await contentOf(
      { name: 'internal', chart: chartOf(`受理${character}申请 → 办结`) },
      'flow',
    )
    const sheet = composeSheet(content, { paper: 'A4', landscape: false })
    const [pdf, svg] = [
      async () => sheetPdf(sheet, await fonts()),
      async () => sheetSvg(sheet, { text: 'outlined', fonts: await fonts() }),
    ]
    if ((await fonts()).bold.has(character)) {
      expect(pdfText(await pdf())).toContain(character)
      await expect(svg()).resolves.toContain('<path')
      return
    }
    for (const write of [pdf, svg]) {
      const error = await write().then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      expect(error).toBeInstanceOf(MissingGlyphError)
      expect(error).toMatchObject({ character, fault: 'missing-glyph' })
      expect((error as MissingGlyphError).where).toContain(character)
    }
  },
)

it('[SH8] a subset has the outlines and advances of the whole font, and no other characters', async () => {
  const { regular } = await fonts()
  const bytes = regular.subset('权力 ABg，é')
  const subset = readTrueType(bytes)
  const require = createRequire(import.meta.url)
  const file = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'
  const whole = readTrueType(new Uint8Array(readFileSync(require.resolve(file))))
  for (const character of ['权', '力', ' ', 'A', 'g', '，', 'é']) {
    const code = character.codePointAt(0)!
    expect(subset.advance(subset.glyph(code))).toBe(whole.advance(whole.glyph(code)))
    expect(subset.outline(subset.glyph(code))).toEqual(whole.outline(whole.glyph(code)))
  }
  expect(subset.glyph('运'.codePointAt(0)!)).toBe(0)
  expect(bytes.length).toBeLessThan(10_000)
})
