/**
 * Which Yjs content is allowed where: a Y.Map as a record in a root, one plain JSON value as a
 * field of a record.
 */
import * as Y from 'yjs'
import { excessIn } from '../../model/fields/excess.ts'
import { isMisfit } from '../../model/records/isMisfit.ts'
import type { Kind } from '../../model/kinds/kinds.ts'
import { most } from '../../model/kinds/limits.ts'
import type { FieldValue } from '../../model/records/records.ts'
import type { RefusalCode } from '../../protocol/messages.ts'
import type { Decoded, ClockRange } from './decoded.ts'
import { lastFrom } from './decoded.ts'

/**
 * `record`: directly in a root. `field`: in a record. `gone`: under something that was
 * deleted and forgotten; Yjs keeps no more of it than its length.
 */
export type Level = 'record' | 'field' | 'gone'

const forbidden: readonly string[] = ['__proto__', 'constructor', 'prototype']

/** Why a record id or field name is refused; undefined if it is allowed. */
export function keyRefusal(key: string): RefusalCode | undefined {
  return key === '' || key.length > most.key || forbidden.includes(key) ? 'forbidden-key' : undefined
}

/**
 * Why what an item holds cannot stand at this level; `depth` is how deep a value may be
 * nested. `kind`, where we know the field, says how much it takes: what a chart file could
 * not hold, nobody could save. Several values are one item only where all of them are deleted: Yjs merges
 * what an undo manager keeps of a field's past.
 */
export function contentRefusal(
  { content, id, length }: Y.Item,
  level: Level,
  bounds: { readonly depth: number; readonly deletions: Decoded['deletions'] },
  kind?: Kind,
): RefusalCode | undefined {
  const { depth, deletions } = bounds
  if (content instanceof Y.ContentDeleted) return undefined
  if (content instanceof Y.ContentType) {
    if (content.type.constructor !== Y.Map) return 'wrong-content'
    return level === 'field' ? 'too-deep' : undefined
  }
  if (!(content instanceof Y.ContentAny) || level === 'record') return 'wrong-content'
  if (length > 1 && !isCovered(id, length, deletions.get(id.client) ?? [])) return 'wrong-content'
  return firstOf(content.arr, (value) => valueRefusal(value, depth) ?? (kind && kindRefusal(kind, value)))
}

function kindRefusal(kind: Kind, value: unknown): RefusalCode | undefined {
  return excessIn(kind, value) ?? (isMisfit(kind, value as FieldValue) ? 'wrong-content' : undefined)
}

function isCovered({ clock }: Y.ID, length: number, ranges: readonly ClockRange[]): boolean {
  const range = lastFrom(ranges, (one) => one.clock <= clock)
  return range !== undefined && range.clock <= clock && range.clock + range.len >= clock + length
}

function valueRefusal(value: unknown, depth: number): RefusalCode | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return undefined
    case 'number':
      return Number.isFinite(value) ? undefined : 'wrong-content'
    case 'object':
      return value === null ? undefined : nestedRefusal(value, depth)
    default:
      return 'wrong-content'
  }
}

function nestedRefusal(value: object, depth: number): RefusalCode | undefined {
  if (depth === 0) return 'too-deep'
  if (Array.isArray(value)) return firstOf(value, (member) => valueRefusal(member, depth - 1))
  if (ArrayBuffer.isView(value)) return 'wrong-content'
  // lib0 reads a key `__proto__` as the prototype.
  if (Object.getPrototypeOf(value) !== Object.prototype) return 'forbidden-key'
  return firstOf(Object.entries(value), ([key, member]) => {
    if (key.length > most.key || forbidden.includes(key)) return 'forbidden-key'
    // An optional field that was left undefined is no value; JSON knows nothing of it.
    return member === undefined ? undefined : valueRefusal(member, depth - 1)
  })
}

function firstOf<T>(
  things: readonly T[],
  refusal: (thing: T) => RefusalCode | undefined,
): RefusalCode | undefined {
  for (const thing of things) {
    const found = refusal(thing)
    if (found) return found
  }
  return undefined
}
