/**
 * Sees what a merge overrules. Yjs lets one of two concurrent values win and drops what is
 * written into a record that is gone, without a word: here each of them is named, with both
 * values and whose they are, while the document still has them.
 */
import * as Y from 'yjs'
import type { MergeConflict, MergeSide } from '../../protocol/api.ts'
import { rootNames } from '../../model/records/records.ts'
import { isSameValue } from '../../model/records/isSameValue.ts'
import type { FieldValue } from '../../model/records/records.ts'
import type { FieldSpot, GoneValue, LateWrite } from './goneFields.ts'
import { openGoneFields } from './goneFields.ts'
import { holderOf, itemsIn } from './yjsInternals.ts'

export type OwnerOf = (client: number) => string | undefined

/** What keeps the flow and the order; where two differ, the flow heals (`model/records`), and nobody's words are lost. */
const structural: readonly string[] = ['order', 'from', 'to']

/** Conflicts of one update at most; an update that overrules more is one big one. */
const mostAtOnce = 200

/** Starts listening. Returns a function that answers what an update that was just applied has overruled, or lost itself. */
export function watchMerges(
  doc: Y.Doc,
  ownerOf: OwnerOf,
): (update: Uint8Array, by: string) => readonly MergeConflict[] {
  const goneFields = openGoneFields(doc)
  let seen: Overruled[] = []
  let gone: GoneValue[] = []
  let collecting: Y.Transaction | undefined
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (!transaction.local) {
      seen.push(...overruled(doc, transaction, ownerOf))
      if (bringsCollected(doc, transaction)) collecting = transaction
    }
    const went = goneFields.remember(transaction)
    if (!transaction.local) gone.push(...went)
  })
  return (update, by) => {
    const late = collecting ? goneFields.writtenIn(update, collecting) : []
    const unseen = gone.length > 0 ? withoutSeen(gone, update) : []
    const meant = seen.length > 0 ? withoutTakenBack(seen, update) : []
    const taken = [
      ...meant,
      ...late.flatMap((write) => intoGone(write, '', ownerOf)),
      ...unseen.flatMap((write) => intoGone(write, by, ownerOf)),
    ].slice(0, mostAtOnce)
    seen = []
    gone = []
    collecting = undefined
    return taken
  }
}

/** Who removes a record removes by name all of it that was known then: the rest was not. */
function withoutSeen(gone: readonly GoneValue[], update: Uint8Array): readonly GoneValue[] {
  const { ds } = Y.decodeUpdate(update)
  return gone.filter(({ item }) => !Y.isDeleted(ds, item))
}

interface Overruled {
  /** What the update brought; it won, or was overruled. */
  readonly item: Y.Item
  readonly conflict: MergeConflict
}

/** What its author took back in the same update overrules nothing (`watchLostValues.ts`). */
function withoutTakenBack(seen: readonly Overruled[], update: Uint8Array): readonly MergeConflict[] {
  const { ds } = Y.decodeUpdate(update)
  return seen.flatMap(({ item, conflict }) => (Y.isDeleted(ds, item.id) ? [] : [conflict]))
}

function intoGone(
  { spot, client, value }: LateWrite,
  remover: string,
  ownerOf: OwnerOf,
): readonly MergeConflict[] {
  if (structural.includes(spot.field)) return []
  return [{ ...spot, kept: { by: remover }, lost: { by: ownerOf(client) ?? '', value } }]
}

/** Whether Yjs dropped some of the news at once, because it stands in a record that is gone. */
function bringsCollected(doc: Y.Doc, transaction: Y.Transaction): boolean {
  return newStructs(doc, transaction).some((struct) => struct instanceof Y.GC)
}

function overruled(doc: Y.Doc, transaction: Y.Transaction, ownerOf: OwnerOf): readonly Overruled[] {
  const fresh = newStructs(doc, transaction)
    .filter((struct) => struct instanceof Y.Item)
    .filter((item) => item.content instanceof Y.ContentAny && lastOfItsHand(item, transaction))
  return fresh.flatMap((item) => {
    const spot = fieldSpot(doc, item)
    if (!spot || structural.includes(spot.field)) return []
    const rival = rivalOf(item, transaction)
    if (!rival) return []
    const mine = sideOf(item, ownerOf)
    const theirs = sideOf(rival, ownerOf)
    if (isSameValue(mine.value as FieldValue, theirs.value as FieldValue)) return []
    const won = isWinner(item, transaction)
    return [{ item, conflict: { ...spot, kept: won ? mine : theirs, lost: won ? theirs : mine } }]
  })
}

function newStructs(doc: Y.Doc, { beforeState, afterState }: Y.Transaction): readonly (Y.Item | Y.GC)[] {
  return [...afterState].flatMap(([client, end]) => {
    const start = beforeState.get(client) ?? 0
    if (start >= end) return []
    const structs = doc.store.clients.get(client)!
    return structs.slice(Y.findIndexSS(structs, start))
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
