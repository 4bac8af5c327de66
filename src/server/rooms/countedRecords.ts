/** Whether an update would leave more records in a root than a chart file takes. */
import * as Y from 'yjs'
import { mostIn } from '../../model/kinds/limits.ts'
import type { DocRoot } from '../../model/records/records.ts'
import type { ClockRange, Decoded } from './decoded.ts'
import { lastFrom } from './decoded.ts'
import type { RecordSpot } from './structPlacement.ts'
import { itemsIn } from './yjsInternals.ts'

interface RecordCount {
  /** A new record of the update. */
  readonly add: (spot: RecordSpot, item: Y.Item) => void
  readonly areTooMany: () => boolean
}

/** `deletions`: those of the update, which may take away what was there. */
export function countedRecords(doc: Y.Doc, deletions: Decoded['deletions']): RecordCount {
  const fresh = new Map<DocRoot, Map<string, Y.Item>>()
  const stays = ({ id, deleted, content }: Y.Item) =>
    !deleted && content instanceof Y.ContentType && !isIn(deletions.get(id.client) ?? [], id.clock)
  return {
    add: ({ root, record }, item) => {
      if (!stays(item)) return
      const items = fresh.get(root)
      if (items) items.set(record, item)
      else fresh.set(root, new Map([[record, item]]))
    },
    areTooMany: () =>
      [...fresh].some(([root, items]) => {
        const held = itemsIn(doc.getMap(root))
        // The map remembers keys that are gone: a bound that costs nothing, counted out only beyond it.
        if (held.size + items.size <= mostIn(root)) return false
        const kept = [...held].filter(([key, item]) => !items.has(key) && stays(item))
        return kept.length + items.size > mostIn(root)
      }),
  }
}

function isIn(ranges: readonly ClockRange[], clock: number): boolean {
  const range = lastFrom(ranges, (one) => one.clock <= clock)
  return range !== undefined && clock < range.clock + range.len
}
