import type { PublicChart } from '../model/editions/edition.ts'
import { eachText, type Sheet } from '../sheet/displayList.ts'
import { damagedCharacter, sayMissingGlyph } from '../sheet/sayMissingGlyph.ts'
import { assertDrawable } from '../sheet/writers/assertDrawable.ts'
import { MissingGlyphError } from '../sheet/writers/font.ts'

/** The chart has a character that no picture can show; the message is a Chinese sentence that names it and its place. */
export class UndrawableError extends Error {
  readonly fault = 'undrawable'
  override readonly name = 'UndrawableError'
}

/**
 * Throws an UndrawableError if a picture of this sheet could not be drawn, or would show the public that
 * a character is damaged.
 */
export function refuseUndrawable(sheet: Sheet, chart: PublicChart): void {
  try {
    assertDrawable(sheet)
    eachText(sheet.items, ({ text }) => {
      if (text.includes(damagedCharacter)) throw new MissingGlyphError(damagedCharacter, text)
    })
  } catch (error) {
    if (!(error instanceof MissingGlyphError)) throw error
    throw new UndrawableError(sayMissingGlyph(error, chart), { cause: error })
  }
}
