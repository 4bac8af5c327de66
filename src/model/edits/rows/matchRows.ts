/** Matches rewritten lists to existing records, and computes the order keys for the new order. */
import type { Id, OrderKey } from '../../chart.ts'
import { ordersAfterLast } from '../../records/order.ts'

interface Ordered {
  readonly id: Id
  readonly order: OrderKey
}

type Same<T, W> = (thing: T, wanted: W, place: number, at: number) => boolean

/** For each line the matching record, by the most reliable criterion first; undefined for a new line. */
export function matchRows<T, W>(
  things: readonly T[],
  wanted: readonly W[],
  signs: readonly Same<T, W>[],
): readonly (T | undefined)[] {
  const free = new Set(things)
  const found: (T | undefined)[] = wanted.map(() => undefined)
  for (const same of signs) {
    for (const [at, line] of wanted.entries()) {
      if (found[at] !== undefined) continue
      const thing = things.find((each, place) => free.has(each) && same(each, line, place, at))
      if (thing === undefined) continue
      free.delete(thing)
      found[at] = thing
    }
  }
  return found
}

/**
 * Order keys that sort the lines as written. Items already in order keep their key; if that is
 * impossible, all get new keys after the last of `all`.
 */
export function keysInRowOrder(
  all: readonly Ordered[],
  lines: readonly (Ordered | undefined)[],
): readonly OrderKey[] {
  const firstNew = lines.indexOf(undefined)
  const kept = lines.slice(0, firstNew < 0 ? lines.length : firstNew).map((line) => line!.order)
  const stand =
    kept.every((key, at) => at === 0 || kept[at - 1]! < key) &&
    lines.slice(kept.length).every((line) => line === undefined)
  if (!stand) return ordersAfterLast(all, lines.length)
  return [...kept, ...ordersAfterLast(all, lines.length - kept.length)]
}

/**
 * Whether two texts are wordings of the same thing: the shorter contains more than half of the
 * characters of the longer, in any order.
 */
export function isAlike(a: string, b: string): boolean {
  const left = Array.from(b)
  let shared = 0
  for (const character of a) {
    const at = left.indexOf(character)
    if (at < 0) continue
    left.splice(at, 1)
    shared += 1
  }
  return shared * 2 > Math.max(Array.from(a).length, Array.from(b).length)
}
