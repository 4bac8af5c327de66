import { eachText, type Sheet } from '../displayList.ts'
import { isDrawable } from '../isDrawable.ts'
import { MissingGlyphError } from './font.ts'

/** Throws a MissingGlyphError if a picture or a PDF of this sheet could not be drawn. Needs no font. */
export function assertDrawable({ items }: Pick<Sheet, 'items'>): void {
  eachText(items, ({ text }) => {
    for (const character of text)
      if (!isDrawable(character.codePointAt(0)!)) throw new MissingGlyphError(character, text)
  })
}
