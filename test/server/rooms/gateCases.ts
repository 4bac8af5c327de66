/** Updates that the gate refuses, by code, and what they are made of. */
import * as Y from 'yjs'
import { applyToDoc } from '../../../src/doc/chartDoc.ts'
import { limits } from '../../../src/protocol/limits.ts'
import type { RefusalCode } from '../../../src/protocol/messages.ts'
import type { Role } from '../../../src/protocol/roles.ts'
import { gate } from '../../../src/server/rooms/gate.ts'
import type { CraftedBlock, CraftedItem, CraftedStruct, Deletion } from './crafted.ts'
import * as craft from './crafted.ts'
import { crafted } from './crafted.ts'

const { map, values } = craft

/** Client 1, of 甲: record `a` with the fields `name` and `note`; record `gone`, deleted, with a field. */
export function document(): Y.Doc {
  const doc = new Y.Doc({ gc: true })
  const theirs = new Y.Doc()
  theirs.clientID = 1
  applyToDoc(theirs, [{ kind: 'put', root: 'steps', id: 'a', fields: { name: '受理', note: '一' } }], null)
  applyToDoc(theirs, [{ kind: 'put', root: 'steps', id: 'gone', fields: { name: '审查' } }], null)
  applyToDoc(theirs, [{ kind: 'drop', root: 'steps', id: 'gone' }], null)
  for (const root of ['meta', 'posts', 'steps', 'flowlines', 'risks', 'measures']) doc.getMap(root)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs))
  return doc
}

/** What stands where in `document`. */
export const at = {
  record: [1, 0],
  name: [1, 1],
  note: [1, 2],
  gone: [1, 3],
  goneField: [1, 4],
  /** After what else the edits note: where the next struct of 甲 would stand. */
  end: Y.decodeStateVector(Y.encodeStateVector(document())).get(1)!,
} as const

export interface Case {
  readonly says: string
  readonly update: Uint8Array
  readonly role?: Role
  readonly documentBytes?: number
}

export function judged(doc: Y.Doc, { update, role = 'editor', documentBytes = 0 }: Omit<Case, 'says'>) {
  return gate({
    doc,
    update,
    role,
    person: '乙',
    ownerOf: (client) => new Map([[1, '甲']]).get(client),
    documentBytes,
    limits: { ...limits, update: 500_000 },
  })
}

export function block(client: number, ...structs: readonly CraftedStruct[]): CraftedBlock {
  return { client, structs }
}

export const record: CraftedItem = { parent: 'steps', sub: 'b', content: map }
export const field: CraftedItem = { parent: at.record, sub: 'note', content: values('二') }

/** A value in a field, of client 2. */
export function holding(says: string, ...all: readonly unknown[]): Case {
  return { says, update: crafted([block(2, { ...field, content: values(...all) })]) }
}

export function standing(says: string, item: CraftedItem, ...deletions: readonly Deletion[]): Case {
  return { says, update: crafted([block(2, item)], deletions) }
}

export function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)]
}

export const cases: { readonly [C in RefusalCode]?: readonly Case[] } = {
  undecodable: [
    { says: 'nothing at all', update: new Uint8Array() },
    { says: 'one that breaks off', update: crafted([block(2, record)]).slice(0, -4) },
    { says: 'one that goes on after its end', update: Uint8Array.of(...crafted([block(2, record)]), 0) },
    { says: 'a client twice', update: crafted([block(2, { gc: 1 }), { ...block(2, { gc: 1 }), clock: 1 }]) },
    {
      says: 'a clock that is no number',
      update: Uint8Array.of(1, 1, 2, ...Array(200).fill(128), 0, 0, 1, 0),
    },
    { says: 'a length of nothing', update: crafted([block(2, { gc: 0 })]) },
    { says: 'a clock beyond counting', update: crafted([block(2, { gc: 2 ** 52 }, { gc: 2 ** 53 - 1 })]) },
    {
      says: 'no kind of content that there is',
      update: crafted([block(2, { ...record, content: [31, () => 0] })]),
    },
    {
      says: 'deletions out of order',
      update: crafted(
        [],
        [
          [1, 2, 1],
          [1, 0, 1],
        ],
      ),
    },
    { says: 'a deletion of nothing', update: crafted([], [[1, 0, 0]]) },
  ],
  'too-large': [{ says: 'one that is too large', update: new Uint8Array(500_001) }],
  gap: [
    { says: 'a clock too far on', update: crafted([{ client: 2, clock: 1, structs: [record] }]) },
    { says: 'a Skip', update: crafted([block(2, { skip: 1 }, record)]) },
    { says: 'a deletion of what is not there', update: crafted([], [[1, at.end, 1]]) },
    { says: 'a deletion that reaches beyond', update: crafted([], [[1, 0, at.end + 1]]) },
    { says: 'a deletion of a stranger', update: crafted([], [[9, 0, 1]]) },
  ],
  'unknown-parent': [
    standing('an origin that is nowhere', { origin: [1, at.end], content: map }),
    standing('a right origin that is nowhere', { right: [9, 0], content: map }),
    standing('a parent that is nowhere', { ...field, parent: [9, 0] }),
    standing('its own origin', { origin: [2, 0], content: map }),
    standing('its own parent', { ...field, parent: [2, 0] }),
    {
      says: 'two that wait for each other',
      update: crafted([
        block(2, { origin: [3, 0], content: map }),
        block(3, { origin: [2, 0], content: map }),
      ]),
    },
    {
      says: 'two that wait for each other further on',
      update: crafted([
        block(2, record, { ...field, parent: [3, 1] }),
        block(3, { ...field, parent: [2, 1] }, record),
      ]),
    },
  ],
  'foreign-client': [
    {
      says: 'a new struct under a colleague’s id',
      update: crafted([{ client: 1, clock: at.end, structs: [record] }]),
    },
    { says: 'a spent clock', update: crafted([{ client: 1, clock: at.end, structs: [{ gc: 20 }] }]) },
    { says: 'a copy that goes on', update: crafted([block(1, { gc: at.end + 20 })]) },
  ],
  'unknown-root': [
    standing('a root that no chart has', { ...record, parent: 'marks' }),
    standing('a root that every object has', { ...record, parent: 'constructor' }),
  ],
  'wrong-content': [
    standing('a value as a record', { ...record, content: values(1) }),
    standing('a Y.Text as a record', { ...record, content: craft.text }),
    standing('a Y.Array as a record', { ...record, content: craft.array }),
    standing('XML as a record', { ...record, content: craft.xml }),
    standing('a Y.Text as a field', { ...field, content: craft.text }),
    standing('text', { ...field, content: craft.words }),
    standing('bytes', { ...field, content: craft.bytes }),
    standing('an embed', { ...field, content: craft.embed }),
    standing('a format', { ...field, content: craft.format }),
    standing('a sub-document', { ...field, content: craft.subDocument }),
    standing('a sub-document as a record', { ...record, content: craft.subDocument }),
    standing('JSON of long ago', { ...field, content: craft.oldJson }),
    standing('an item without a key', { parent: 'steps', content: map }),
    standing('a field without a key', { parent: at.record, content: values(1) }),
    standing('something in a value', { ...field, parent: at.name }),
    standing('a right neighbour', { right: at.note, content: values(1) }),
    holding('two values', 1, 2),
    {
      says: 'many in the same place',
      update: crafted([block(2, ...Array.from({ length: 101 }, () => record))]),
    },
    standing('two values of which one is deleted', { ...field, content: values(1, 2) }, [2, 0, 1]),
    holding('no value', undefined),
    holding('a hole in a list', [undefined]),
    holding('NaN', Number.NaN),
    holding('Infinity', [Number.POSITIVE_INFINITY]),
    holding('a bigint', { a: 1n }),
    holding('bytes in a value', [Uint8Array.of(1)]),
  ],
  'too-deep': [
    standing('a Y.Map in a record', { ...field, content: map }),
    holding('a value nested nine deep', nested(9)),
  ],
  'forbidden-key': [
    ...['__proto__', 'constructor', 'prototype', '', 'k'.repeat(201)].flatMap((key) => [
      standing(`a record called “${key}”`, { ...record, sub: key }),
      standing(`a field called “${key}”`, { ...field, sub: key }),
    ]),
    holding('__proto__ in a value', craft.keyed('__proto__', { admin: true })),
    holding('constructor in a value', [{ constructor: 1 }]),
    holding('a long key in a value', { ['k'.repeat(201)]: 1 }),
  ],
  'document-too-large': [
    {
      says: 'what does not fit any more',
      update: crafted([block(2, record)]),
      documentBytes: limits.document,
    },
  ],
  'too-long': [
    holding('a note longer than a chart file takes', '长'.repeat(100_001)),
    standing('a name longer than a chart file takes', {
      ...field,
      sub: 'name',
      content: values('长'.repeat(2_001)),
    }),
    standing('a material that is too long', {
      ...field,
      sub: 'materials',
      content: values(['长'.repeat(100_001)]),
    }),
    {
      says: 'a level with too long an id, in the scheme',
      update: crafted([
        block(
          2,
          { parent: 'meta', sub: 'grading', content: map },
          {
            parent: [2, 0],
            sub: 'scheme',
            content: values({ levels: [{ id: 'l'.repeat(201) }] }),
          },
        ),
      ]),
    },
    {
      says: 'a field of a new record',
      update: crafted([
        block(2, record, { parent: [2, 0], sub: 'name', content: values('长'.repeat(2_001)) }),
      ]),
    },
    standing('a text over the one before', {
      origin: at.name,
      content: values('长'.repeat(2_001)),
    }),
  ],
  'too-many': [
    standing('a list longer than a chart file takes', {
      ...field,
      sub: 'documents',
      content: values(Array.from({ length: 20_001 }, () => '')),
    }),
    {
      says: 'more steps than a chart file takes',
      update: crafted([block(2, ...Array.from({ length: 5_000 }, (_, n) => ({ ...record, sub: `s${n}` })))]),
    },
  ],
  'read-only': [
    { says: 'a change by a viewer', update: crafted([block(2, record)]), role: 'viewer' },
    { says: 'a deletion by a reviewer', update: crafted([], [[1, 1, 1]]), role: 'reviewer' },
  ],
}
