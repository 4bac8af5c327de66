/** Checks the result of JSON.parse before it is copied: prototype keys and excessive nesting. */
import type { ChartFileProblem } from './chartFileError.ts'

const unsafeKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Maximum nesting; a chart has 6 levels. Keeps recursive code safe. */
const mostDeep = 20

/** The first unsafe key or nesting with its path; undefined if the value is safe. */
export function unsafeValue(value: unknown): ChartFileProblem | undefined {
  return unsafeBelow(value, [])
}

/** Uses one mutable path: a file may have millions of brackets. */
function unsafeBelow(value: unknown, path: (string | number)[]): ChartFileProblem | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (path.length > mostDeep) return { fault: 'tooDeep', path: path.slice(0, 3) }
  const keys: Iterable<string | number> = Array.isArray(value) ? value.keys() : Object.keys(value)
  for (const key of keys) {
    if (typeof key === 'string' && unsafeKeys.has(key))
      return { fault: 'unsafeKey', path: [...path], words: key }
    path.push(key)
    const found = unsafeBelow((value as { readonly [key: string | number]: unknown })[key], path)
    path.pop()
    if (found) return found
  }
  return undefined
}
