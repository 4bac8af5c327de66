/**
 * Which field of which record an item stood in, after Yjs has forgotten it: of a record that is
 * gone Yjs keeps nothing, and what somebody writes into it later names only the item before it.
 * Kept in memory, as long as the room is open.
 */
import * as Y from 'yjs'
import type { RootName } from '../../model/records/records.ts'
import { rootNames } from '../../model/records/records.ts'
import { itemsIn } from './yjsInternals.ts'

export interface FieldSpot {
  readonly root: RootName
  readonly id: string
  readonly field: string
}

export interface GoneFields {
  /** Called before Yjs collects what a transaction deleted. Answers the values that went with their records. */
  readonly remember: (transaction: Y.Transaction) => readonly GoneValue[]
  /**
   * The spots of items that Yjs did not keep, in what an update brought; and their values. Not of
   * what the update itself removed: its author knew of it.
   */
  readonly writtenIn: (update: Uint8Array, transaction: Y.Transaction) => readonly LateWrite[]
}

export interface LateWrite {
  readonly spot: FieldSpot
  readonly client: number
  readonly value: unknown
}

export interface GoneValue extends LateWrite {
  readonly item: Y.ID
}

/** Items that are remembered of one room, at most; the oldest are forgotten. */
const mostItems = 50_000

export function openGoneFields(doc: Y.Doc): GoneFields {
  const spots = new Map<string, FieldSpot>()
  const note = (id: Y.ID, spot: FieldSpot) => {
    if (spots.size >= mostItems) for (const oldest of spots.keys()) return void spots.delete(oldest)
    spots.set(keyOf(id), spot)
  }
  return {
    remember: (transaction) =>
      rootNames.flatMap((root) => {
        const map = doc.getMap(root)
        const changed = [...(transaction.changed.get(map as never) ?? [])].filter((id) => id !== null)
        return changed.flatMap((id) => {
          return goneRecords(map, id, transaction).flatMap((record) =>
            [...itemsIn(record)].flatMap(([field, item]) => {
              const spot = { root, id, field }
              noteAll(item, spot, note)
              return valueGoneWith(item, spot, transaction)
            }),
          )
        })
      }),
    writtenIn: (update, transaction) => {
      const { structs, ds } = Y.decodeUpdate(update)
      const items = structs.filter((struct) => struct instanceof Y.Item)
      const removed = (id: Y.ID) => Y.isDeleted(ds, id) && Y.isDeleted(transaction.deleteSet, id)
      const written = new Map<string, LateWrite>()
      for (const item of items) {
        if (!isCollected(doc, item.id) || isOwnRemoval(item, removed, transaction)) continue
        const spot = spotOf(doc, item, spots)
        if (!spot) continue
        note(lastIdOf(item), spot)
        if (!(item.content instanceof Y.ContentAny)) continue
        const { client } = item.id
        written.set(JSON.stringify([client, spot]), { spot, client, value: item.content.arr.at(-1) })
      }
      return [...written.values()]
    },
  }
}

/** Whether whoever wrote the item removed what it stands in, in the same update. */
function isOwnRemoval(
  { origin, parent }: Y.Item,
  removed: (id: Y.ID) => boolean,
  { beforeState }: Y.Transaction,
): boolean {
  if (origin === null) return parent instanceof Y.ID && removed(parent)
  return origin.clock < (beforeState.get(origin.client) ?? 0) && removed(origin)
}

function keyOf({ client, clock }: Y.ID): string {
  return `${client} ${clock}`
}

function lastIdOf({ id, length }: Y.Item): Y.ID {
  return length === 1 ? id : Y.createID(id.client, id.clock + length - 1)
}

function noteAll(last: Y.Item, spot: FieldSpot, note: (id: Y.ID, spot: FieldSpot) => void): void {
  for (let item: Y.Item | null = last; item !== null; item = item.left) {
    for (let at = 0; at < item.length; at += 1) note(Y.createID(item.id.client, item.id.clock + at), spot)
  }
}

function valueGoneWith(last: Y.Item, spot: FieldSpot, transaction: Y.Transaction): readonly GoneValue[] {
  const isNew = ({ id }: Y.Item) => id.clock >= (transaction.beforeState.get(id.client) ?? 0)
  let item: Y.Item | null = last
  while (item !== null && isNew(item)) item = item.left
  if (item === null || !Y.isDeleted(transaction.deleteSet, item.id)) return []
  const value: unknown = item.content.getContent().at(-1)
  return value === undefined ? [] : [{ spot, item: item.id, client: item.id.client, value }]
}

/** Several, where one hand brought the record back and removed it again. */
function goneRecords(
  map: Y.Map<unknown>,
  id: string,
  { deleteSet }: Y.Transaction,
): readonly Y.Map<unknown>[] {
  const records: Y.Map<unknown>[] = []
  for (let item = itemsIn(map).get(id) ?? null; item !== null; item = item.left) {
    if (!item.deleted || !Y.isDeleted(deleteSet, item.id)) continue
    const { content } = item
    if (content instanceof Y.ContentType && content.type instanceof Y.Map)
      records.push(content.type as Y.Map<unknown>)
  }
  return records
}

function isCollected(doc: Y.Doc, { client, clock }: Y.ID): boolean {
  const structs = doc.store.clients.get(client)
  if (!structs || clock >= Y.getState(doc.store, client)) return false
  return structs[Y.findIndexSS(structs, clock)] instanceof Y.GC
}

function spotOf(doc: Y.Doc, item: Y.Item, spots: ReadonlyMap<string, FieldSpot>): FieldSpot | undefined {
  if (item.origin !== null) return spots.get(keyOf(item.origin))
  if (!(item.parent instanceof Y.ID) || item.parentSub === null) return undefined
  const { client, clock } = item.parent
  const structs = doc.store.clients.get(client)
  const record =
    structs && clock < Y.getState(doc.store, client) ? structs[Y.findIndexSS(structs, clock)] : undefined
  if (!(record instanceof Y.Item) || record.parentSub === null) return undefined
  const root = rootNames.find((name) => doc.share.get(name) === record.parent)
  return root && { root, id: record.parentSub, field: item.parentSub }
}
