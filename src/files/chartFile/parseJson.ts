/** JSON text → value, and where it breaks when it does: engines agree on neither the words nor the place. */

export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly line: number; readonly column: number }

export function parseJson(text: string): JsonReading {
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch {
    return { ok: false, ...lineAndColumn(text, breakingPoint(text)) }
  }
}

/** The string is unrolled, so that a long broken one costs linear time and no stack. */
const token =
  /[{}[\]:,]|"[^"\\\p{Cc}]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\p{Cc}]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy
const blank = /[ \t\r\n]*/y

/** What may come next: a value, a key, one of , and the closing bracket … */
type Awaited = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing'

/** Offset of the first token that has no place in JSON, or the end when something is missing there. */
function breakingPoint(text: string): number {
  const open: string[] = []
  let awaited: Awaited = 'value'
  let at = skipBlank(text, 0)
  while (at < text.length) {
    token.lastIndex = at
    const found = token.exec(text)?.[0]
    const next: Awaited | undefined = found === undefined ? undefined : afterToken(found, awaited, open)
    if (found === undefined || next === undefined) return at
    awaited = next
    at = skipBlank(text, at + found.length)
  }
  return at
}

function skipBlank(text: string, at: number): number {
  blank.lastIndex = at
  return at + (blank.exec(text)?.[0].length ?? 0)
}

function afterToken(found: string, awaited: Awaited, open: string[]): Awaited | undefined {
  const wantsValue = awaited === 'value' || awaited === 'valueOrEnd'
  const closes = awaited === 'commaOrEnd' || awaited === 'valueOrEnd' || awaited === 'keyOrEnd'
  switch (found) {
    case '{':
    case '[':
      if (!wantsValue) return undefined
      open.push(found)
      return found === '{' ? 'keyOrEnd' : 'valueOrEnd'
    case '}':
    case ']':
      if (!closes || open.pop() !== (found === '}' ? '{' : '[')) return undefined
      return open.length === 0 ? 'nothing' : 'commaOrEnd'
    case ':':
      return awaited === 'colon' ? 'value' : undefined
    case ',':
      if (awaited !== 'commaOrEnd') return undefined
      return open.at(-1) === '{' ? 'key' : 'value'
  }
  if (found.startsWith('"') && (awaited === 'key' || awaited === 'keyOrEnd')) return 'colon'
  if (!wantsValue) return undefined
  return open.length === 0 ? 'nothing' : 'commaOrEnd'
}

function lineAndColumn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
