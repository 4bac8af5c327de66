/** Lists field by field what an update changed, for the history. */
import * as Y from 'yjs'
import { rootNames } from '../../model/records/records.ts'
import type { FieldChange } from '../../protocol/api.ts'

/** Starts listening. Returns a function that answers the changes since its last call. */
export function watchFields(doc: Y.Doc): () => readonly FieldChange[] {
  let seen: FieldChange[] = []
  for (const root of rootNames) {
    doc.getMap(root).observeDeep((events) => {
      for (const event of events) seen.push(...changesIn(root, event))
    })
  }
  return () => {
    const taken = seen
    seen = []
    return taken
  }
}

function changesIn(root: string, event: Y.YEvent<Y.AbstractType<unknown>>): readonly FieldChange[] {
  if (!(event.target instanceof Y.Map)) return []
  const target = event.target as Y.Map<unknown>
  const [record] = event.path
  return [...event.changes.keys].map(([key, { oldValue }]) =>
    record === undefined
      ? { root, id: key, ...sides(recordBefore(oldValue, event), plain(target.get(key))) }
      : { root, id: String(record), field: key, ...sides(oldValue, target.get(key)) },
  )
}

function sides(before: unknown, after: unknown): Pick<FieldChange, 'before' | 'after'> {
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
}

function plain(value: unknown): unknown {
  return value instanceof Y.AbstractType ? (value.toJSON() as unknown) : value
}

/** The fields of a record that was just deleted; Yjs still holds them until garbage collection. */
function recordBefore(record: unknown, event: Y.YEvent<Y.AbstractType<unknown>>): unknown {
  if (!(record instanceof Y.Map)) return record
  const fields: [string, unknown][] = []
  // No public API of Yjs reads deleted content.
  const { _map: items } = record
  for (const [field, newest] of items) {
    let item: Y.Item | null = newest
    while (item !== null && event.adds(item)) item = item.left
    if (item !== null && (event.deletes(item) || !item.deleted)) {
      fields.push([field, item.content.getContent().at(-1)])
    }
  }
  return Object.fromEntries(fields)
}
