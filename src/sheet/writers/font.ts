/**
 * A TrueType font for the writers: which characters it has, their outlines, and subsets of it.
 * HarfBuzz makes the subsets; its module is passed in, because page and command line load it
 * differently.
 */
import type { PathCommand } from '../displayList.ts'
import { drawnSymbol, withoutDrawnSymbols } from '../drawnSymbols.ts'
import { openSubsetter } from './subsetter.ts'
import { readTrueType, type TrueType } from './trueType.ts'

export interface Glyphs {
  readonly has: (character: string) => boolean
  /** In em. `where` is the text that the character stands in, for the error that names it. */
  readonly advance: (character: string, where: string) => number
  /** In em, y upwards. */
  readonly outline: (character: string, where: string) => readonly PathCommand[]
}

export interface Font extends Glyphs {
  /** A font file with these characters and nothing else; without those that are drawn (`drawnSymbols.ts`). */
  readonly subset: (characters: string) => Uint8Array<ArrayBuffer>
}

/** The font lacks a character. The error names it; it is never silently left out. */
export class MissingGlyphError extends Error {
  readonly fault = 'missing-glyph'
  readonly character: string
  readonly where: string

  constructor(character: string, where: string) {
    super(`No glyph for ${character} in ${where}`)
    this.name = 'MissingGlyphError'
    this.character = character
    this.where = where
  }
}

/**
 * Opens a TrueType font. `subsetter` is the compiled module harfbuzzjs/dist/harfbuzz-
 * subset.wasm; it has no imports.
 */
export async function openFont(bytes: Uint8Array, subsetter: WebAssembly.Module): Promise<Font> {
  const subset = await openSubsetter(subsetter)
  return {
    ...readGlyphs(bytes),
    // An empty subset is invalid.
    subset: (characters) => subset(bytes, withoutDrawnSymbols(characters) || ' '),
  }
}

/**
 * Reads widths and outlines of a font file, whole or a subset. Both functions throw a
 * MissingGlyphError.
 */
export function readGlyphs(bytes: Uint8Array): Glyphs {
  const font = readTrueType(bytes)
  const outlines = new Map<number, readonly PathCommand[]>()
  const glyphOf = (character: string, where: string): number => {
    const glyph = font.glyph(character.codePointAt(0)!)
    if (glyph === 0) throw new MissingGlyphError(character, where)
    return glyph
  }
  return {
    has: (character) => drawnSymbol(character) !== undefined || font.glyph(character.codePointAt(0)!) !== 0,
    advance: (character, where) =>
      drawnSymbol(character) ? 1 : font.advance(glyphOf(character, where)) / font.unitsPerEm,
    outline: (character, where) => {
      const drawn = drawnSymbol(character)
      if (drawn) return drawn
      const glyph = glyphOf(character, where)
      const known = outlines.get(glyph) ?? inEm(font, glyph)
      outlines.set(glyph, known)
      return known
    },
  }
}

function inEm(font: TrueType, glyph: number): readonly PathCommand[] {
  return font
    .outline(glyph)
    .map(
      ([letter, ...numbers]) =>
        [letter, ...numbers.map((n) => n / font.unitsPerEm)] as unknown as PathCommand,
    )
}
