/** Parses JSON text, or returns the position of the error. */
import { parse, type ParseError } from 'jsonc-parser'

/** `line` and `column` count from 1; a column is a UTF-16 unit. */
export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly line: number; readonly column: number }

/** Parses strict JSON (no comments, no trailing commas). Never throws. */
export function parseJson(text: string): JsonReading {
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch {
    return { ok: false, ...lineAndColumn(text, breakingPoint(text)) }
  }
}

/**
 * Offset of the first invalid token, or of the end if the text is incomplete. Engine messages are not
 * used: their wording and positions differ.
 */
function breakingPoint(text: string): number {
  const errors: ParseError[] = []
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false })
  } catch {
    // Nesting that overflows the parser's stack.
    return 0
  }
  return errors[0]?.offset ?? text.length
}

function lineAndColumn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
