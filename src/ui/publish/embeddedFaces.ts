/** The characters of a sheet as two small font faces inside a style sheet, so that a picture needs nothing else. */
import type { Font } from '../../sheet/out/font.ts'
import { MissingGlyphError } from '../../sheet/out/font.ts'
import type { Fonts } from '../../sheet/out/outlined.ts'
import type { Sheet } from '../../sheet/ink.ts'
import { eachText } from '../../sheet/ink.ts'

/** Throws a MissingGlyphError where a font lacks a character. */
export async function embeddedFaces(sheet: Sheet, fonts: Fonts): Promise<string> {
  const regular = charactersOf(sheet, 'regular', fonts.regular)
  const bold = charactersOf(sheet, 'bold', fonts.bold)
  return [await face(fonts.regular, regular, 400), await face(fonts.bold, bold, 700)].join('\n')
}

function charactersOf(sheet: Sheet, weight: keyof Fonts, font: Font): string {
  const characters = new Set<string>()
  eachText(sheet.ink, (run) => {
    if (run.weight !== weight) return
    for (const character of run.text) {
      if (!font.has(character)) throw new MissingGlyphError(character, run.text)
      characters.add(character)
    }
  })
  return [...characters].join('')
}

async function face(font: Font, characters: string, weight: number): Promise<string> {
  if (characters === '') return ''
  const source = await dataUri(font.subset(characters))
  return `@font-face{font-family:'Noto Sans SC';font-weight:${weight};src:url(${source}) format('truetype')}`
}

async function dataUri(bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(reader.result as string))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('font')))
    reader.readAsDataURL(new Blob([new Uint8Array(bytes)], { type: 'font/ttf' }))
  })
}
