/**
 * Simulates the integration of new structs in Yjs's order, without changing the document, and
 * determines where each would be placed. Structs that Yjs would keep pending are refused.
 */
import * as Y from 'yjs'
import type { RefusalCode } from '../../protocol/messages.ts'
import { docRoots, type DocRoot } from '../../model/records/records.ts'
import type { Level } from './content.ts'
import { keyRefusal } from './content.ts'
import type { Struct } from './decoded.ts'
import { lastFrom } from './decoded.ts'
import { holderOf } from './yjsInternals.ts'

/** By client, each list going on where the document's clock of that client stands, without a Skip. */
export type News = ReadonlyMap<number, readonly Struct[]>

/** Which record, and which field of it, an item is about. */
export interface RecordSpot {
  readonly root: DocRoot
  readonly record: string
  /** None where the item is the record itself. */
  readonly field?: string
}

/** `spot` is undefined where the item stands under something that is gone. */
type Judge = (item: Y.Item, level: Level, spot: RecordSpot | undefined) => RefusalCode | undefined

interface Placing {
  readonly doc: Y.Doc
  readonly news: News
  readonly judge: Judge
  /** Clocks up to which everything is integrated; where a client is not named, the document's. */
  readonly clocks: Map<number, number>
  /** How many of a client's structs have been taken up. */
  readonly taken: Map<number, number>
  readonly levels: Map<Struct, Level>
  readonly spots: Map<Struct, RecordSpot>
}

/** The first reason against any of it; undefined where Yjs will integrate it all and `judge` has nothing against it. */
export function placementRefusal(doc: Y.Doc, news: News, judge: Judge): RefusalCode | undefined {
  const placing: Placing = {
    doc,
    news,
    judge,
    clocks: new Map(),
    taken: new Map(),
    levels: new Map(),
    spots: new Map(),
  }
  for (const client of news.keys()) {
    for (let first = take(placing, client); first; first = take(placing, client)) {
      const refusal = integrate(placing, first)
      if (refusal) return refusal
    }
  }
  return undefined
}

/**
 * Items that may claim the same position in one update. An honest client knows its own items,
 * so it has at most one per client.
 */
const mostRivals = 100

/**
 * True if too many items claim one position: Yjs compares them pairwise, which could block the
 * server for minutes.
 */
export function isCrowded(news: News): boolean {
  const structs = [...news.values()].flat()
  if (structs.length <= mostRivals) return false
  const rivals = new Map<string, number>()
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    const place = placeOf(struct)
    const count = (rivals.get(place) ?? 0) + 1
    if (count > mostRivals) return true
    rivals.set(place, count)
  }
  return false
}

function placeOf({ origin, parent, parentSub }: Y.Item): string {
  if (origin !== null) return `${origin.client} ${origin.clock}`
  const holder = parent instanceof Y.ID ? `${parent.client} ${parent.clock}` : (parent as unknown as string)
  return `${holder} ${parentSub}`
}

/** Integrates a struct after everything that it stands on. */
function integrate(placing: Placing, first: Struct): RefusalCode | undefined {
  const stack = [first]
  for (let head = stack.at(-1); head; head = stack.at(-1)) {
    const { client, clock } = head.id
    // A predecessor is still on the stack: a cycle.
    if (clock !== clockOf(placing, client)) return 'unknown-parent'
    const missing = standsOn(head).find((id) => id.clock >= clockOf(placing, id.client))
    if (missing) {
      const before = missing.client === client ? undefined : take(placing, missing.client)
      if (!before) return 'unknown-parent'
      stack.push(before)
      continue
    }
    const level = head instanceof Y.Item ? levelOf(placing, head) : 'gone'
    if (isRefusal(level)) return level.refusal
    const spot = head instanceof Y.Item && level !== 'gone' ? spotOf(placing, head) : undefined
    const refusal = head instanceof Y.Item ? placing.judge(head, level, spot) : undefined
    if (refusal) return refusal
    placing.levels.set(head, level)
    if (spot) placing.spots.set(head, spot)
    placing.clocks.set(client, clock + head.length)
    stack.pop()
  }
  return undefined
}

function take({ news, taken }: Placing, client: number): Struct | undefined {
  const at = taken.get(client) ?? 0
  const struct = news.get(client)?.[at]
  if (struct) taken.set(client, at + 1)
  return struct
}

function clockOf({ clocks, doc }: Placing, client: number): number {
  return clocks.get(client) ?? Y.getState(doc.store, client)
}

function standsOn(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  const { origin, rightOrigin, parent } = struct
  return [origin, rightOrigin, parent instanceof Y.ID ? parent : null].filter((id) => id !== null)
}

interface Refused {
  readonly refusal: RefusalCode
}

function isRefusal(level: Level | Refused): level is Refused {
  return typeof level === 'object'
}

/** An item without a parent has the parent of its origin. */
function levelOf(placing: Placing, item: Y.Item): Level | Refused {
  // In a Y.Map a new item never has a right neighbour.
  if (item.rightOrigin !== null) return { refusal: 'wrong-content' }
  if (item.origin !== null) return standing(placing, item.origin).level
  if (item.parentSub === null) return { refusal: 'wrong-content' }
  const refusal = keyRefusal(item.parentSub)
  if (refusal) return { refusal }
  if (item.parent instanceof Y.ID) return levelIn(standing(placing, item.parent))
  // decodeUpdate leaves a root's name where a type would stand.
  const root = item.parent as unknown as string
  return docRoots.some((name) => name === root) ? 'record' : { refusal: 'unknown-root' }
}

interface Standing {
  readonly struct: Struct
  readonly level: Level
}

/** The level of a struct that exists, in the document or earlier in this update. */
function standing({ doc, news, levels }: Placing, id: Y.ID): Standing {
  if (id.clock < Y.getState(doc.store, id.client)) {
    const struct: Struct = Y.getItem(doc.store, id)
    return { struct, level: levelInDoc(struct) }
  }
  const struct = lastFrom(news.get(id.client) ?? [], (one) => one.id.clock <= id.clock)!
  return { struct, level: levels.get(struct) ?? 'gone' }
}

function levelInDoc(struct: Struct): Level {
  if (!(struct instanceof Y.Item)) return 'gone'
  const parent = struct.parent as Y.AbstractType<unknown>
  return parent.parent === null ? 'record' : 'field'
}

/** The level of a child of this struct. */
function levelIn({ struct, level }: Standing): Level | Refused {
  if (!(struct instanceof Y.Item) || level === 'gone') return 'gone'
  if (struct.content instanceof Y.ContentDeleted) return 'gone'
  if (!(struct.content instanceof Y.ContentType)) return { refusal: 'wrong-content' }
  return level === 'record' ? 'field' : { refusal: 'too-deep' }
}

function spotOf(placing: Placing, item: Y.Item): RecordSpot | undefined {
  if (item.origin !== null) return spotAt(placing, item.origin)
  const key = item.parentSub ?? ''
  if (!(item.parent instanceof Y.ID)) return { root: item.parent as unknown as DocRoot, record: key }
  const holder = spotAt(placing, item.parent)
  return holder && { ...holder, field: key }
}

function spotAt(placing: Placing, id: Y.ID): RecordSpot | undefined {
  const { struct } = standing(placing, id)
  if (placing.spots.has(struct)) return placing.spots.get(struct)
  return struct instanceof Y.Item && struct.parent instanceof Y.AbstractType
    ? spotInDoc(placing.doc, struct)
    : undefined
}

function spotInDoc(doc: Y.Doc, item: Y.Item): RecordSpot | undefined {
  const key = item.parentSub ?? ''
  const parent = item.parent as Y.AbstractType<unknown>
  const record = holderOf(parent)
  if (record !== null) {
    const holder = spotInDoc(doc, record)
    return holder && { ...holder, field: key }
  }
  const root = docRoots.find((name) => doc.share.get(name) === parent)
  return root && { root, record: key }
}
