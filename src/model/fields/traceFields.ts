/**
 * The fields of the traces: what edits note of the flow and of merged posts, so that a merge of
 * concurrent edits can be read as what people meant. No surface shows them.
 */
import { id, listOf, type FieldKinds, type Kind } from '../kinds/kinds.ts'
import { kindOf, postFields, stepFields, type rootFields } from './chartFields.ts'

/** Pairs of a flowline and the step at its other end; the first pair counts most. */
const ends = { ...listOf(listOf(id)), otherwise: [] } as const

/** Where a step stands in the flow, or stood when it was removed. */
export const stepPlaceFields = {
  /** The flowlines that led to it, each with the step that it came from. */
  before: ends,
  /** The flowlines that left it, each with the step that it led to. */
  after: ends,
} as const satisfies FieldKinds

/** A post that was merged into another: what it was. */
export const postMergeFields = {
  ...postFields,
  into: id,
  order: { ...id, otherwise: 'a0' },
} as const satisfies FieldKinds

/** What somebody kept from the public of a step that another removed meanwhile: it holds again if the step comes back. */
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

/** What a field of any root of the shared document holds; undefined where we know no such field. */
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
