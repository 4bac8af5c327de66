/** Looks through what JSON.parse made, before anything copies it: keys that could reach a prototype, and towers of brackets. */
import type { ChartFileProblem } from './chartFileError.ts'

const unsafeKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** A chart is six deep. Not far above it, so that whatever walks a file by recursion is safe. */
const mostDeep = 20

export function unsafeValue(value: unknown): ChartFileProblem | undefined {
  return unsafeBelow(value, [])
}

/** One path that grows and shrinks: a file may hold millions of brackets. */
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
