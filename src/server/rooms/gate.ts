/**
 * The gate: decides whether an update of a person may enter the document. Pure. An accepted
 * update can be integrated by Yjs completely and at once, and leaves the document a chart:
 * roots of records of plain JSON. Each reason to refuse has its own code
 * (protocol/messages.ts).
 */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Limits } from '../../protocol/limits.ts'
import type { RefusalCode } from '../../protocol/messages.ts'
import type { Role } from '../../protocol/roles.ts'
import { may } from '../../protocol/roles.ts'
import { docKindOf } from '../../model/fields/traceFields.ts'
import { isStrict } from '../../model/records/isMisfit.ts'
import { rootNames } from '../../model/records/records.ts'
import { contentRefusal } from './content.ts'
import { countedRecords } from './countedRecords.ts'
import type { Decoded, ClockRange, Struct } from './decoded.ts'
import { decoded } from './decoded.ts'
import type { RefusedField } from '../refusedField.ts'
import type { News, RecordSpot } from './structPlacement.ts'
import { isCrowded, placementRefusal } from './structPlacement.ts'

export interface Proposal {
  readonly doc: Y.Doc
  readonly update: Uint8Array
  readonly person: string
  readonly role: Role
  /** Owner of a Yjs client id in this document; undefined if it is free. */
  readonly ownerOf: (client: number) => string | undefined
  /** Encoded size of the document; an estimate from above. */
  readonly documentBytes: number
  readonly limits: Pick<Limits, 'update' | 'document' | 'depth'>
}

export type Verdict =
  | {
      readonly ok: true
      /** The new part of the update; undefined if there is none. */
      readonly update: Uint8Array | undefined
      /** Client ids with new structs; they become this person's. */
      readonly clients: readonly number[]
    }
  | {
      readonly ok: false
      readonly code: RefusalCode
      /** A field of a record of this document that decides what is public, refused because of its value. */
      readonly field?: RefusedField
    }

/** Never throws for any bytes, never changes the document. */
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
  let field: RefusedField | undefined
  const code = structsRefusal(proposal, cut, (of) => (field = of)) ?? deletionsRefusal(doc, cut)
  if (code) return { ok: false, code, ...(field && { field }) }
  return { ok: true, update: cut.update, clients: [...cut.news.keys()] }
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

/**
 * Whether new structs of a client leave a gap behind the document's clock. A gap between known
 * parts is allowed: clients repeat both sides of an edit that they learned late.
 */
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
 * Cuts off structs that the document already has: Yjs would look up their neighbours and fail
 * on a forged copy.
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
  onRefusedField: (field: RefusedField) => void,
): RefusalCode | undefined {
  if (news.size === 0) return undefined
  const foreign = [...news.keys()].some((client) => (ownerOf(client) ?? person) !== person)
  if (foreign) return 'foreign-client'
  if (isCrowded(news)) return 'wrong-content'
  const bounds = { depth: limits.depth, deletions }
  const records = countedRecords(doc, deletions)
  const refusal = placementRefusal(doc, news, (item, level, spot) => {
    if (level === 'record' && spot) records.add(spot, item)
    const kind = spot?.field === undefined ? undefined : docKindOf(spot.root, spot.record, spot.field)
    const code = contentRefusal(item, level, bounds, kind)
    const root = rootNames.find((name) => name === spot?.root)
    if (code && kind && isStrict(kind) && root && spot?.field !== undefined && isRecordIn(doc, spot))
      onRefusedField({ root, record: spot.record, field: spot.field })
    return code
  })
  if (refusal) return refusal
  if (records.areTooMany()) return 'too-many'
  return documentBytes + update.length > limits.document ? 'document-too-large' : undefined
}

function isRecordIn(doc: Y.Doc, { root, record }: RecordSpot): boolean {
  return doc.getMap(root).has(record)
}

/**
 * Refuses deletions of unknown structs: Yjs would keep them pending and delete the struct when
 * it arrives.
 */
function deletionsRefusal(doc: Y.Doc, { news, deletions }: Cut): RefusalCode | undefined {
  const beyond = [...deletions].some(([client, ranges]) => {
    const end = Math.max(Y.getState(doc.store, client), endOf(news.get(client) ?? []))
    const last = ranges.at(-1)
    return last !== undefined && last.clock + last.len > end
  })
  return beyond ? 'gap' : undefined
}
