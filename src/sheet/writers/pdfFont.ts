/**
 * A font inside a PDF: the glyphs of the characters that are used and no others, numbered by
 * glyph (Type0, Identity-H), with the way back to Unicode, so that text can be searched and
 * copied. Source: ISO 32000-1, 9.7 and 9.10.
 */
import { strToU8 } from 'fflate'
import type { Font } from './font.ts'
import { hex4, ref, utf16Hex, type PdfFile } from './pdfFile.ts'
import { readTrueType, type TrueType } from './trueType.ts'

export interface PdfFont {
  readonly object: number
  /** A run of text as a hexadecimal string of glyphs. */
  readonly encoded: (text: string) => string
}

export function embedFont(file: PdfFile, font: Font, name: string, characters: string): PdfFont {
  const bytes = font.subset(characters)
  const subset = readTrueType(bytes)
  const glyphs = new Map(
    Array.from(characters, (character) => [subset.glyph(character.codePointAt(0)!), character] as const),
  )
  const program = file.addStream(`/Length1 ${bytes.length}`, bytes)
  const descriptor = file.add(descriptorOf(subset, name, program))
  const descendant = file.add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
      `/FontDescriptor ${ref(descriptor)}/CIDToGIDMap/Identity/DW 1000/W[${widthsOf(subset, glyphs)}]>>`,
  )
  const toUnicode = file.addStream('', strToU8(characterMap(glyphs)))
  const object = file.add(
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${ref(descendant)}]/ToUnicode ${ref(toUnicode)}>>`,
  )
  return {
    object,
    encoded: (text) =>
      `<${Array.from(text, (character) => hex4(subset.glyph(character.codePointAt(0)!))).join('')}>`,
  }
}

/** Flag 4, symbolic: the glyphs are not those of the standard Latin set. */
function descriptorOf(font: TrueType, name: string, program: number): string {
  const inMille = (value: number): number => Math.round((value * 1000) / font.unitsPerEm)
  const [ascent, descent] = [inMille(font.ascent), inMille(font.descent)]
  return (
    `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${font.box.map(inMille).join(' ')}]/ItalicAngle 0` +
    `/Ascent ${ascent}/Descent ${descent}/CapHeight 733/StemV 80/FontFile2 ${ref(program)}>>`
  )
}

function widthsOf(font: TrueType, glyphs: ReadonlyMap<number, string>): string {
  return [...glyphs.keys()]
    .sort((a, b) => a - b)
    .map((glyph) => `${glyph}[${Math.round((font.advance(glyph) * 1000) / font.unitsPerEm)}]`)
    .join('')
}

/** At most a hundred entries a section. */
function characterMap(glyphs: ReadonlyMap<number, string>): string {
  const entries = [...glyphs].map(([glyph, character]) => `<${hex4(glyph)}><${utf16Hex(character)}>`)
  const sections: string[] = []
  for (let at = 0; at < entries.length; at += 100) {
    const some = entries.slice(at, at + 100)
    sections.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit/ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def',
    '/CMapName/Adobe-Identity-UCS def/CMapType 2 def',
    '1 begincodespacerange<0000><ffff>endcodespacerange',
    ...sections,
    'endcmap CMapName currentdict/CMap defineresource pop end end',
  ].join('\n')
}
