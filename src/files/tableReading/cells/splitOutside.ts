/** Splits text at separators outside all brackets, half or full width. */

const opening = '(（[【《“「'
const closing = ')）]】》”」'

/** The pieces between separators outside brackets. */
export function splitOutside(text: string, separator: RegExp): readonly string[] {
  const pieces: string[] = []
  let depth = 0
  let piece = ''
  for (const character of text) {
    if (opening.includes(character)) depth += 1
    if (closing.includes(character)) depth = Math.max(0, depth - 1)
    if (depth === 0 && separator.test(character)) {
      pieces.push(piece)
      piece = ''
    } else piece += character
  }
  // Ignores an unclosed bracket, which would swallow the rest of the cell.
  return depth === 0 ? [...pieces, piece] : text.split(separator)
}

/**
 * Splits 12（1万元以内(运行经费不限)） into 12 and the content of the last brackets; undefined if the text does
 * not end in brackets.
 */
export function trailingBrackets(
  text: string,
): { readonly before: string; readonly inside: string } | undefined {
  const square = /^(.*)[【[]([^【】[\]]*)[】\]]$/s.exec(text)
  if (square) return { before: square[1]!.trim(), inside: square[2]!.trim() }
  if (!/[)）]$/.test(text)) return undefined
  let depth = 0
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (/[)）]/.test(text.charAt(at))) depth += 1
    if (/[(（]/.test(text.charAt(at))) depth -= 1
    if (depth === 0) return { before: text.slice(0, at).trim(), inside: text.slice(at + 1, -1).trim() }
  }
  return undefined
}
