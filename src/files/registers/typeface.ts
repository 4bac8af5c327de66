/** The size of the forms' type, and what room a text takes in it: rows must be high enough before anything is drawn. */

/** Points: 小二, 五号. */
export const titleSize = 18
export const bodySize = 10.5

/** How many lines a text takes in a cell so many millimetres wide; Chinese counts one em, anything else half. */
export function wrappedLines(text: string, millimetres: number): number {
  const em = (bodySize * 25.4) / 72
  // What Excel leaves free at both sides; in longer lines, the punctuation that may not stand first.
  const fitting = Math.max(2, Math.floor(((millimetres - 2.5) / em) * 2))
  const capacity = fitting > 12 ? fitting - 1 : fitting
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(formTextWidth(line) / capacity)), 0)
}

/** In half ems. */
export function formTextWidth(line: string): number {
  let width = 0
  for (const character of line) width += character.codePointAt(0)! < 0x2000 ? 1.1 : 2
  return width
}
