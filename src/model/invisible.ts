/**
 * Characters that nobody sees: zero width, direction marks, variation selectors, tags, control
 * characters but for line breaks and tabs, halves of characters. Sheets and pages omit them, and the
 * scan before publishing reports them. Source: Unicode, Default_Ignorable_Code_Point, except the soft
 * hyphen, which our font draws; Cc; Cs; the noncharacters that XML forbids.
 */
const invisibleRanges: readonly (readonly [first: number, last: number])[] = [
  [0x0000, 0x0008],
  [0x000b, 0x000c],
  [0x000e, 0x001f],
  [0x007f, 0x009f],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xd800, 0xdfff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfffe, 0xffff],
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

/** The invisible characters of every text in a value, each once. */
export function invisibleAnywhere(value: unknown): readonly string[] {
  if (typeof value === 'string') return [...new Set(invisibleIn(value))]
  if (typeof value !== 'object' || value === null) return []
  return [...new Set(Object.values(value).flatMap(invisibleAnywhere))]
}

/** Fast test, because most text has none. */
function hasInvisible(text: string): boolean {
  return /(?![\n\r\t])[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text)
}
