/**
 * Fields of the traces: what edits record about the flow and merged posts, so that concurrent edits
 * can be healed after a merge. No surface shows them.
 */
import { id, listOf, type FieldKinds, type Kind } from '../kinds/kinds.ts'
import { kindOf, postFields, stepFields, type rootFields } from './chartFields.ts'

/** Pairs of a flowline and the step at its other end, most significant first. */
const ends = { ...listOf(listOf(id)), otherwise: [] } as const

/** The place of a step in the flow, now or when it was removed. */
export const stepPlaceFields = {
  /** Incoming flowlines, each with its source step. */
  before: ends,
  /** Outgoing flowlines, each with its target step. */
  after: ends,
} as const satisfies FieldKinds

/** The former values of a post that was merged into another. */
export const postMergeFields = {
  ...postFields,
  into: id,
  order: { ...id, otherwise: 'a0' },
} as const satisfies FieldKinds

/** Withheld fields of a step that was removed concurrently; restored if the step comes back. */
export const lostMarkFields = {
  internalOnly: stepFields.internalOnly,
  withheld: stepFields.withheld,
  publicName: stepFields.publicName,
} as const satisfies FieldKinds

const traceFields = {
  stepPlaces: stepPlaceFields,
  postMerges: postMergeFields,
  lostMarks: lostMarkFields,
} as const

/** The kind of a field in any root of the shared document; undefined for an unknown field. */
export function docKindOf(
  root: keyof typeof rootFields | keyof typeof traceFields | 'meta',
  record: string,
  field: string,
): Kind | undefined {
  if (!isTrace(root)) return kindOf(root, record, field)
  const fields: FieldKinds = traceFields[root]
  return Object.hasOwn(fields, field) ? fields[field] : undefined
}

function isTrace(root: string): root is keyof typeof traceFields {
  return Object.hasOwn(traceFields, root)
}
