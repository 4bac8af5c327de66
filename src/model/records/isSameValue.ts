import type { FieldValue } from './records.ts'

/** Deep equality of two values; the order of object keys is ignored. */
export function isSameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || !a || !b) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const one = Object.entries(a).filter(([, value]) => value !== undefined)
  const others = new Map(Object.entries(b).filter(([, value]) => value !== undefined))
  return (
    one.length === others.size &&
    one.every(([key, value]) => others.has(key) && isSameValue(value, others.get(key)))
  )
}
