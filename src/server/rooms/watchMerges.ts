/**
 * Sees what a merge overrules. Yjs lets one of two concurrent values win and drops what is
 * written into a record that is gone, without a word: here each of them is named, with both
 * values and whose they are, while the document still has them.
 */
import * as Y from 'yjs'
import type { MergeConflict, MergeSide } from '../../protocol/api.ts'
import type { RootName } from '../../model/records/records.ts'
import { rootNames } from '../../model/records/records.ts'
import { isSameValue } from '../../model/records/isSameValue.ts'
import type { FieldValue } from '../../model/records/records.ts'
import { holderOf, itemsIn } from './yjsInternals.ts'

export type OwnerOf = (client: number) => string | undefined

/** What keeps the flow and the order; where two differ, the flow heals (`model/records`), and nobody's words are lost. */
const structural: readonly string[] = ['order', 'from', 'to']

/** Conflicts of one update at most; an update that overrules more is one big one. */
const mostAtOnce = 200

/** Starts listening. Returns a function that answers what was overruled since its last call. */
export function watchMerges(doc: Y.Doc, ownerOf: OwnerOf): () => readonly MergeConflict[] {
  let seen: MergeConflict[] = []
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.local) return
    seen.push(...overruled(doc, transaction, ownerOf))
  })
  return () => {
    const taken = seen.slice(0, mostAtOnce)
    seen = []
    return taken
  }
}

function overruled(doc: Y.Doc, transaction: Y.Transaction, ownerOf: OwnerOf): readonly MergeConflict[] {
  const fresh = newItems(doc, transaction).filter((item) => lastOfItsHand(item, transaction))
  return fresh.flatMap((item) => {
    const spot = fieldSpot(doc, item)
    if (!spot || structural.includes(spot.field)) return []
    const mine = sideOf(item, ownerOf)
    const record = holderOf(item.parent as Y.AbstractType<unknown>)!
    if (record.deleted) {
      if (Y.isDeleted(transaction.deleteSet, record.id)) return []
      return [{ ...spot, kept: { by: '' }, lost: mine }]
    }
    const rival = rivalOf(item, transaction)
    if (!rival) return []
    const theirs = sideOf(rival, ownerOf)
    if (isSameValue(mine.value as FieldValue, theirs.value as FieldValue)) return []
    const won = isWinner(item, transaction)
    return [{ ...spot, kept: won ? mine : theirs, lost: won ? theirs : mine }]
  })
}

function newItems(doc: Y.Doc, { beforeState, afterState }: Y.Transaction): readonly Y.Item[] {
  return [...afterState].flatMap(([client, end]) => {
    const start = beforeState.get(client) ?? 0
    if (start >= end) return []
    const structs = doc.store.clients.get(client)!
    return structs
      .slice(Y.findIndexSS(structs, start))
      .filter((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentAny) as Y.Item[]
  })
}

/** False where the same client writes on behind it, or takes it back, in the same update: only its last word counts. */
function lastOfItsHand(item: Y.Item, transaction: Y.Transaction): boolean {
  for (let next = item.right; next !== null; next = next.right) {
    if (next.id.client === item.id.client && isNew(next, transaction)) return false
  }
  return true
}

function isNew({ id }: Y.Item, { beforeState }: Y.Transaction): boolean {
  return id.clock >= (beforeState.get(id.client) ?? 0)
}

export interface FieldSpot {
  readonly root: RootName
  readonly id: string
  readonly field: string
}

function fieldSpot(doc: Y.Doc, item: Y.Item): FieldSpot | undefined {
  const parent = item.parent as Y.AbstractType<unknown> | null
  const record = parent && holderOf(parent)
  if (!record || item.parentSub === null || record.parentSub === null) return undefined
  const root = rootNames.find((name) => doc.share.get(name) === record.parent)
  return root && { root, id: record.parentSub, field: item.parentSub }
}

/** The value that stood there when the update came, where whoever wrote the update had not seen it. */
function rivalOf(item: Y.Item, transaction: Y.Transaction): Y.Item | undefined {
  const map = itemsIn(item.parent as Y.Map<unknown>)
  let standing: Y.Item | null = map.get(item.parentSub!) ?? null
  while (standing !== null && isNew(standing, transaction)) standing = standing.left
  if (standing === null) return undefined
  const wasThere = !standing.deleted || Y.isDeleted(transaction.deleteSet, standing.id)
  return wasThere && !hasSeen(item, standing, transaction) ? standing : undefined
}

/** What a hand writes stands behind the last value that it knew. */
function hasSeen(item: Y.Item, standing: Y.Item, transaction: Y.Transaction): boolean {
  let { origin } = item
  for (let left = item.left; left !== null && origin !== null; left = left.left) {
    if (!isIn(origin, left)) continue
    if (left === standing) return true
    if (!isNew(left, transaction)) return false
    ;({ origin } = left)
  }
  return false
}

function isIn({ client, clock }: Y.ID, { id, length }: Y.Item): boolean {
  return id.client === client && id.clock <= clock && clock < id.clock + length
}

function isWinner(item: Y.Item, transaction: Y.Transaction): boolean {
  const last = itemsIn(item.parent as Y.Map<unknown>).get(item.parentSub!)
  return (
    last !== undefined && (last === item || (isNew(last, transaction) && last.id.client === item.id.client))
  )
}

function sideOf(item: Y.Item, ownerOf: OwnerOf): MergeSide {
  const value: unknown = item.content.getContent().at(-1)
  return { by: ownerOf(item.id.client) ?? '', ...(value !== undefined && { value }) }
}
