/** What the gate has to know of a Y.Map and Yjs has no public, cheap way to ask. */
import type * as Y from 'yjs'

/** The item that holds a shared type; null for a root. */
export function holderOf(type: Pick<Y.AbstractType<unknown>, '_item'>): Y.Item | null {
  return type._item // oxlint-disable-line no-underscore-dangle
}

/** The last item of each key, also of those that are deleted. */
export function itemsIn(map: Y.Map<unknown>): ReadonlyMap<string, Y.Item> {
  return map._map // oxlint-disable-line no-underscore-dangle
}
