/**
 * The gate: may this update of this person go into this document? Pure. What passes,
 * Yjs can integrate at once and whole, and it keeps a chart a chart: roots of records
 * of plain JSON. Every reason to refuse has a code of its own (protocol/messages.ts).
 */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Limits } from '../../protocol/limits.ts'
import type { RefusalCode } from '../../protocol/messages.ts'
import type { Role } from '../../protocol/roles.ts'
import { may } from '../../protocol/roles.ts'
import { kindOf } from '../../model/fields/chartFields.ts'
import { contentRefusal } from './content.ts'
import { countedRecords } from './recordCount.ts'
import type { Decoded, ClockRange, Struct } from './decoded.ts'
import { decoded } from './decoded.ts'
import type { News } from './structPlacement.ts'
import { isCrowded, placementRefusal } from './structPlacement.ts'

export interface Proposal {
  readonly doc: Y.Doc
  readonly update: Uint8Array
  readonly person: string
  readonly role: Role
  /** Whose a Yjs client id is in this document; undefined where it is still free. */
  readonly ownerOf: (client: number) => string | undefined
  /** Of the document, encoded; may be a little too high. */
  readonly documentBytes: number
  readonly limits: Pick<Limits, 'update' | 'document' | 'depth'>
}

export type Verdict =
  | {
      readonly ok: true
      /** What is new in it; undefined where nothing is. */
      readonly update: Uint8Array | undefined
      /** Yjs client ids under which something is new: from now on this person's. */
      readonly clients: readonly number[]
    }
  | { readonly ok: false; readonly code: RefusalCode }

/** Never throws, whatever the bytes, and never touches the document. */
export function gate(proposal: Proposal): Verdict {
  const { doc, update, role, limits } = proposal
  if (update.length > limits.update) return refused('too-large')
  const parts = decoded(update)
  if (!parts) return refused('undecodable')
  if (changesNothing(doc, parts)) return { ok: true, update: undefined, clients: [] }
  if (!may(role, 'write')) return refused('read-only')
  const cut = withoutKnown(doc, update, parts)
  if (!cut) return refused('undecodable')
  if (hasGap(doc, cut.news)) return refused('gap')
  const code = structsRefusal(proposal, cut) ?? deletionsRefusal(doc, cut)
  return code ? refused(code) : { ok: true, update: cut.update, clients: [...cut.news.keys()] }
}

function refused(code: RefusalCode): Verdict {
  return { ok: false, code }
}

function changesNothing(doc: Y.Doc, { structs, deletions }: Decoded): boolean {
  return (
    [...structs].every(([client, list]) => endOf(list) <= Y.getState(doc.store, client)) &&
    [...deletions].every(([client, ranges]) => ranges.every((range) => isDeleted(doc, client, range)))
  )
}

function endOf(structs: readonly Struct[]): number {
  const last = structs.at(-1)
  return last ? last.id.clock + last.length : 0
}

function isDeleted(doc: Y.Doc, client: number, { clock, len }: ClockRange): boolean {
  const structs = doc.store.clients.get(client)
  if (!structs || clock + len > Y.getState(doc.store, client)) return false
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
    const struct = structs[at]!
    if (struct.id.clock >= clock + len) break
    if (!struct.deleted) return false
  }
  return true
}

/** Only beyond what is known: who heard of an edit before they heard of the one before it repeats both with a hole between. */
function hasGap(doc: Y.Doc, news: News): boolean {
  return [...news].some(
    ([client, list]) =>
      list[0]!.id.clock > Y.getState(doc.store, client) || list.some((struct) => struct instanceof Y.Skip),
  )
}

interface Cut {
  readonly update: Uint8Array
  readonly news: News
  readonly deletions: Decoded['deletions']
}

/**
 * Yjs looks up the neighbours of structs that it has long had, and fails where a forged
 * copy names others. So what the document has is cut off first.
 */
function withoutKnown(doc: Y.Doc, update: Uint8Array, { structs, deletions }: Decoded): Cut | undefined {
  const known = [...structs].filter(([client, list]) => list[0]!.id.clock < Y.getState(doc.store, client))
  if (known.length === 0) return { update, news: structs, deletions }
  const vector = encoding.encode((out) => {
    encoding.writeVarUint(out, known.length)
    for (const [client] of known) {
      encoding.writeVarUint(out, client)
      encoding.writeVarUint(out, Y.getState(doc.store, client))
    }
  })
  const cut = Y.diffUpdate(update, vector)
  const parts = decoded(cut)
  return parts && { update: cut, news: parts.structs, deletions }
}

function structsRefusal(
  { doc, person, ownerOf, update, documentBytes, limits }: Proposal,
  { news, deletions }: Cut,
): RefusalCode | undefined {
  if (news.size === 0) return undefined
  const foreign = [...news.keys()].some((client) => (ownerOf(client) ?? person) !== person)
  if (foreign) return 'foreign-client'
  if (isCrowded(news)) return 'wrong-content'
  const bounds = { depth: limits.depth, deletions }
  const records = countedRecords(doc, deletions)
  const refusal = placementRefusal(doc, news, (item, level, spot) => {
    if (level === 'record' && spot) records.add(spot, item)
    const kind = spot?.field === undefined ? undefined : kindOf(spot.root, spot.record, spot.field)
    return contentRefusal(item, level, bounds, kind)
  })
  if (refusal) return refusal
  if (records.areTooMany()) return 'too-many'
  return documentBytes + update.length > limits.document ? 'document-too-large' : undefined
}

/** A deletion of what is not there would wait for it, and kill it when it comes. */
function deletionsRefusal(doc: Y.Doc, { news, deletions }: Cut): RefusalCode | undefined {
  const beyond = [...deletions].some(([client, ranges]) => {
    const end = Math.max(Y.getState(doc.store, client), endOf(news.get(client) ?? []))
    const last = ranges.at(-1)
    return last !== undefined && last.clock + last.len > end
  })
  return beyond ? 'gap' : undefined
}
