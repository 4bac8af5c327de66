import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { OrderKey } from '../chart.ts'

interface Ordered {
  readonly id: string
  readonly order: OrderKey
}

/** Compares by order key as plain strings, then by id: the same for every reader, in every language setting. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

/** Keys for `count` new things after the last of `things` (in their order). */
export function ordersAfterLast(things: readonly Ordered[], count: number): readonly OrderKey[] {
  return generateNKeysBetween(things.at(-1)?.order ?? null, null, count)
}

/** A key that stands after the thing of that id and before whatever follows it; at the end when it is not there. */
export function orderAfter(things: readonly Ordered[], id: string | undefined): OrderKey {
  const at = things.findIndex((thing) => thing.id === id)
  if (at < 0) return generateKeyBetween(things.at(-1)?.order ?? null, null)
  const before = things[at]!.order
  const next = things.slice(at + 1).find((thing) => thing.order > before)
  return generateKeyBetween(before, next?.order ?? null)
}

/** A key that stands before the first of `things`. */
export function orderBeforeFirst(things: readonly Ordered[]): OrderKey {
  return generateKeyBetween(null, things[0]?.order ?? null)
}

/** Evenly spread keys for a chart that is made at once. */
export function ordersFor(count: number): readonly OrderKey[] {
  return generateNKeysBetween(null, null, count)
}

/** The key itself where it is one, else the first key: a key nobody could have made must not break the next insertion. */
export function validOrder(key: OrderKey): OrderKey {
  // Asked of every record at every reading: that there is none is answered without an exception.
  if (key === '') return firstKey
  try {
    generateKeyBetween(key, null)
    return key
  } catch {
    return firstKey
  }
}

const firstKey = generateKeyBetween(null, null)
