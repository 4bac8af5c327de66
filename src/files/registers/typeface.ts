/** Font sizes of the forms, and text measurement for row heights before drawing. */

/** Points: 小二, 五号. */
export const titleSize = 18
export const bodySize = 10.5

/** Number of lines of a text in a cell of this width; a Chinese character counts 1 em, others 0.5. */
export function wrappedLines(text: string, millimetres: number): number {
  const em = (bodySize * 25.4) / 72
  // Subtracts Excel's cell padding and, in longer lines, punctuation that must not start a line.
  const fitting = Math.max(2, Math.floor(((millimetres - 2.5) / em) * 2))
  const capacity = fitting > 12 ? fitting - 1 : fitting
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(formTextWidth(line) / capacity)), 0)
}

/** Width in half ems. */
export function formTextWidth(line: string): number {
  let width = 0
  for (const character of line) width += character.codePointAt(0)! < 0x2000 ? 1.1 : 2
  return width
}
