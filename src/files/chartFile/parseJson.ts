/** JSON text → value, or the place where it is broken. */
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
 * Offset of the first token that has no place in JSON, or the end where something is missing.
 * The engine's own message is not used: engines agree on neither its words nor the place.
 */
function breakingPoint(text: string): number {
  const errors: ParseError[] = []
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false })
  } catch {
    // Brackets so deep that the parser runs out of stack.
    return 0
  }
  return errors[0]?.offset ?? text.length
}

function lineAndColumn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
