/**
 * Invisible characters: zero width, direction marks, variation selectors, tags. Sheets and pages omit
 * them, and the scan before publishing reports them. Source: Unicode, Default_Ignorable_Code_Point,
 * except the soft hyphen, which our font draws.
 */
const invisibleRanges: readonly (readonly [first: number, last: number])[] = [
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xe0000, 0xe0fff],
]

/** Whether a Unicode code point is invisible. */
export function isInvisible(codePoint: number): boolean {
  return invisibleRanges.some(([first, last]) => codePoint >= first && codePoint <= last)
}

/** The text without invisible characters. */
export function withoutInvisible(text: string): string {
  return hasInvisible(text)
    ? Array.from(text)
        .filter((character) => !isInvisible(character.codePointAt(0)!))
        .join('')
    : text
}

/** The invisible characters of a text. */
export function invisibleIn(text: string): readonly string[] {
  return hasInvisible(text)
    ? Array.from(text).filter((character) => isInvisible(character.codePointAt(0)!))
    : []
}

/** Fast test, because most text has none. */
function hasInvisible(text: string): boolean {
  return /\p{Default_Ignorable_Code_Point}/u.test(text)
}
