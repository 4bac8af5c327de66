/** Subsets two fonts to the characters of a sheet, so that an exported picture is self-contained. */
import type { Font } from '../../../sheet/writers/font.ts'
import { MissingGlyphError } from '../../../sheet/writers/font.ts'
import type { Fonts } from '../../../sheet/writers/outlineText.ts'
import type { Sheet } from '../../../sheet/displayList.ts'
import { eachText } from '../../../sheet/displayList.ts'

/** The two font files. */
export interface Subsets {
  readonly regular: Uint8Array<ArrayBuffer>
  readonly bold: Uint8Array<ArrayBuffer>
}

/** Throws a MissingGlyphError where a font lacks a character. */
export function subsetsFor(sheet: Sheet, fonts: Fonts): Subsets {
  const [regular, bold] = (['regular', 'bold'] as const).map((weight) =>
    charactersOf(sheet, weight, fonts[weight]),
  )
  // An empty subset is invalid: an unused weight gets a space.
  return { regular: fonts.regular.subset(regular || ' '), bold: fonts.bold.subset(bold || ' ') }
}

function charactersOf(sheet: Sheet, weight: keyof Fonts, font: Font): string {
  const characters = new Set<string>()
  eachText(sheet.items, (run) => {
    if (run.weight !== weight) return
    for (const character of run.text) {
      if (!font.has(character)) throw new MissingGlyphError(character, run.text)
      characters.add(character)
    }
  })
  return [...characters].join('')
}

/** A style sheet that embeds both fonts. */
export async function embeddedFaces({ regular, bold }: Subsets): Promise<string> {
  return [await face(regular, 400), await face(bold, 700)].join('\n')
}

async function face(subset: Uint8Array<ArrayBuffer>, weight: number): Promise<string> {
  const source = await dataUri(subset)
  return `@font-face{font-family:'Noto Sans SC';font-weight:${weight};src:url(${source}) format('truetype')}`
}

async function dataUri(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(reader.result as string))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('font')))
    reader.readAsDataURL(new Blob([bytes], { type: 'font/ttf' }))
  })
}
