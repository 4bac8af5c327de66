import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { OrderKey } from '../chart.ts'

interface Ordered {
  readonly id: string
  readonly order: OrderKey
}

/** Compares by order key as plain strings, then by id; independent of the locale. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

/** Keys for `count` new records after the last of `things` (sorted). */
export function ordersAfterLast(things: readonly Ordered[], count: number): readonly OrderKey[] {
  return generateNKeysBetween(things.at(-1)?.order ?? null, null, count)
}

/** A key between the record `id` and the next one; at the end if the id is missing. */
export function orderAfter(things: readonly Ordered[], id: string | undefined): OrderKey {
  const at = things.findIndex((thing) => thing.id === id)
  if (at < 0) return generateKeyBetween(things.at(-1)?.order ?? null, null)
  const before = things[at]!.order
  const next = things.slice(at + 1).find((thing) => thing.order > before)
  return generateKeyBetween(before, next?.order ?? null)
}

/** A key before the first of `things`. */
export function orderBeforeFirst(things: readonly Ordered[]): OrderKey {
  return generateKeyBetween(null, things[0]?.order ?? null)
}

/** `count` ascending keys for a chart created at once. */
export function ordersFor(count: number): readonly OrderKey[] {
  return generateNKeysBetween(null, null, count)
}

/** The key if it is valid, else the first key: an invalid key would make the next insertion throw. */
export function validOrder(key: OrderKey): OrderKey {
  // Called for every record on every read: avoids exceptions for the missing key.
  if (key === '') return firstKey
  try {
    generateKeyBetween(key, null)
    return key
  } catch {
    return firstKey
  }
}

const firstKey = generateKeyBetween(null, null)
