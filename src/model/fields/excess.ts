/**
 * Checks a value against the limits of its field, for the gate, edits and grid. The file schema
 * enforces the same limits.
 */
import type { Kind } from '../kinds/kinds.ts'
import { most } from '../kinds/limits.ts'

export type Excess = 'too-long' | 'too-many'

/** Undefined if the value is within the limits or of another kind, which reading discards. */
export function excessIn(kind: Kind, value: unknown): Excess | undefined {
  switch (kind.is) {
    case 'text':
      return typeof value === 'string' && value.length > (kind.most ?? most.text) ? 'too-long' : undefined
    case 'list':
      if (!Array.isArray(value)) return undefined
      return value.length > most.items ? 'too-many' : first(value, (member) => excessIn(kind.of, member))
    case 'byName':
      return first(membersOf(value), ([, member]) => excessIn(kind.of, member))
    case 'record':
      return first(membersOf(value), ([field, member]) => {
        const inner = Object.hasOwn(kind.fields, field) ? kind.fields[field] : undefined
        return inner && excessIn(inner, member)
      })
    case 'either':
      return first(kind.of, (each) => excessIn(each, value))
    case 'flag':
    case 'number':
    case 'position':
    case 'word':
      return undefined
  }
}

function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
}

function first<T>(members: readonly T[], excess: (member: T) => Excess | undefined): Excess | undefined {
  for (const member of members) {
    const found = excess(member)
    if (found) return found
  }
  return undefined
}
