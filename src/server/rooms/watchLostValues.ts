/**
 * Values that are gone though nobody overruled them. Of concurrent items of one key Yjs keeps the
 * last, also where its author took it back: whoever writes a note and undoes it then deletes the note
 * that another wrote meanwhile. The server writes such a value again in the same turn. A mark of what is
 * internal is written again also where another's equal one stands: who takes theirs back without having
 * seen this one then meets it.
 */
import * as Y from 'yjs'
import type { Change } from '../../model/records/changes.ts'
import { isSameValue } from '../../model/records/isSameValue.ts'
import { rootNames } from '../../model/records/records.ts'
import type { FieldValue } from '../../model/records/records.ts'
import type { FieldSpot } from './goneFields.ts'
import { isStrictField } from './stricterMarks.ts'
import { holderOf, itemsIn } from './yjsInternals.ts'

interface Gone {
  readonly spot: FieldSpot
  readonly item: Y.Item
  readonly value: FieldValue
}

/** Starts listening. Returns a function that answers what to write again after an update was applied. */
export function watchLostValues(doc: Y.Doc): (update: Uint8Array) => readonly Change[] {
  let gone: Gone[] = []
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (!transaction.local) gone.push(...goneIn(doc, transaction))
  })
  return (update) => {
    const candidates = gone
    gone = []
    if (candidates.length === 0) return []
    // Whoever deleted or overwrote a value that they knew deletes it by name.
    const { ds } = Y.decodeUpdate(update)
    const lost = candidates.filter(({ item }) => !Y.isDeleted(ds, item.id))
    const last = new Map(lost.map((each) => [JSON.stringify(each.spot), each]))
    return [...last.values()].map(({ spot, value }) => ({ kind: 'set', ...spot, value }))
  }
}

/** What a transaction deleted in fields that have no value now, or an equal mark, in the order of Yjs. */
function goneIn(doc: Y.Doc, transaction: Y.Transaction): readonly Gone[] {
  return [...transaction.changed].flatMap(([type, fields]) => {
    const record = type instanceof Y.Map && recordAt(doc, type as Y.Map<unknown>)
    if (!record) return []
    const items = itemsIn(type as Y.Map<unknown>)
    return [...fields].flatMap((field) => {
      const last = field === null ? undefined : items.get(field)
      if (field === null || !last) return []
      const lost = deletedUpTo(last, transaction).filter(
        ({ item, value }) =>
          last.deleted ||
          (isStrictField(record.root, field) && isEqualMark({ item, value }, last, transaction)),
      )
      return lost.map(({ item, value }) => ({
        spot: { ...record, field },
        item,
        value,
      }))
    })
  })
}

function isEqualMark(
  { item, value }: Omit<Gone, 'spot'>,
  { id, content }: Y.Item,
  { beforeState }: Y.Transaction,
): boolean {
  const isNew = (one: Y.ID) => one.clock >= (beforeState.get(one.client) ?? 0)
  return isNew(item.id) && !isNew(id) && isSameValue(content.getContent().at(-1) as FieldValue, value)
}

function deletedUpTo(last: Y.Item, { deleteSet }: Y.Transaction): readonly Omit<Gone, 'spot'>[] {
  const found: Omit<Gone, 'spot'>[] = []
  for (let item: Y.Item | null = last; item !== null; item = item.left) {
    const { content } = item
    if (content instanceof Y.ContentAny && Y.isDeleted(deleteSet, item.id))
      found.unshift({ item, value: content.arr.at(-1) as FieldValue })
  }
  return found
}

function recordAt(doc: Y.Doc, record: Y.Map<unknown>): Omit<FieldSpot, 'field'> | undefined {
  const holder = holderOf(record)
  const id = holder?.parentSub
  if (!holder || holder.deleted || id === null || id === undefined) return undefined
  const root = rootNames.find((name) => doc.share.get(name) === holder.parent)
  return root && { root, id }
}
