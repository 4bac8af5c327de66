/** Reads each record once: records are never changed, only replaced, and most of a chart's stay as they are. */
import type { Id } from '../chart.ts'
import type { Fields } from './records.ts'

type ReadRecord<T> = (id: Id, fields: Fields) => T

export function readOnce<T>(read: ReadRecord<T>): ReadRecord<T> {
  const known = new WeakMap<Fields, { readonly id: Id; readonly value: T }>()
  return (id, fields) => {
    const before = known.get(fields)
    if (before?.id === id) return before.value
    const value = read(id, fields)
    known.set(fields, { id, value })
    return value
  }
}
