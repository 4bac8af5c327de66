import type { Id, OrderKey } from '../chart.ts'
import { byOrder, validOrder } from './order.ts'
import { readOnce } from './readOnce.ts'
import type { Fields } from './records.ts'

export interface Ordered {
  readonly id: Id
  readonly order: OrderKey
}

type Root = { readonly [id: Id]: Fields }

/** Reads the records of a root, sorted by order key; the same list for the same root. */
export function inOrder<T>(read: (fields: Fields) => T): (root: Root) => readonly (T & Ordered)[] {
  const readThing = readOnce((id, fields) => {
    const { order } = fields
    return { ...read(fields), id, order: validOrder(typeof order === 'string' ? order : '') }
  })
  const known = new WeakMap<Root, readonly (T & Ordered)[]>()
  return (root) => {
    const before = known.get(root)
    if (before) return before
    const list = Object.entries(root)
      .map(([id, fields]) => readThing(id, fields))
      .sort(byOrder)
    known.set(root, list)
    return list
  }
}
