/** The one place where what a person wrote becomes part of an SVG, an HTML or an XML text. */

import { withoutInvisible } from '../../model/invisible.ts'

/** Neither XML nor HTML can hold these, nor half a character; they become U+FFFD. */
const unwritable = /(?![\n\t])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

/** Text, without what nobody sees, for an element or for an attribute in double or single quotes. */
export function escapedMarkup(text: string): string {
  return withoutInvisible(text)
    .replace(unwritable, '\uFFFD')
    .replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`)
}

const black = '#000000'

/** A colour as #rrggbb, the only form that is drawn; black for whatever is none. */
export function parsedColour(colour: string): string {
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour : black
}
