/**
 * Nothing that was marked internal becomes public by a merge. Where concurrent values of what
 * keeps a thing from the public differ, the stricter holds; what was marked on a step that
 * another removed meanwhile, without having seen it, holds again if the step comes back.
 */
import * as Y from 'yjs'
import type { MergeConflict } from '../../protocol/api.ts'
import type { Change } from '../../model/records/changes.ts'
import { drop } from '../../model/records/changes.ts'
import { isSameValue } from '../../model/records/isSameValue.ts'
import type { FieldValue } from '../../model/records/records.ts'

/** The stricter of two values of a field; undefined where neither is. */
type Stricter = (one: FieldValue | undefined, other: FieldValue | undefined) => FieldValue | undefined

const whichever =
  (strict: boolean): Stricter =>
  (one, other) =>
    one === strict || other === strict ? strict : one

const both: Stricter = (one, other) => {
  const all = [one, other].flatMap((list) => (Array.isArray(list) ? (list as readonly FieldValue[]) : []))
  return all.length === 0 ? one : [...new Set(all)]
}

/** Two names for the public: nobody can say which says less. The one that won stays. */
const eitherName: Stricter = (one, other) => (typeof one === 'string' && one.trim() !== '' ? one : other)

const strictFields: { readonly [root: string]: { readonly [field: string]: Stricter } } = {
  steps: { internalOnly: whichever(true), withheld: both, publicName: eitherName },
  posts: { publicName: eitherName },
  meta: { hasExternal: whichever(false) },
}

/** Whether the field decides what the public sees. */
export function isStrictField(root: string, field: string): boolean {
  return strictFields[root]?.[field] !== undefined
}

/** Starts listening. Returns a function that answers which steps came, or came back, since its last call. */
export function watchSteps(doc: Y.Doc): () => readonly string[] {
  const steps = doc.getMap('steps')
  let seen: string[] = []
  steps.observe((event, transaction) => {
    if (transaction.local) return
    for (const id of event.keysChanged as ReadonlySet<string>) if (steps.has(id)) seen.push(id)
  })
  return () => {
    const taken = seen
    seen = []
    return taken
  }
}

/** What the server sets of its own, in the same turn, so that the stricter value holds. */
export function stricterChanges(
  doc: Y.Doc,
  conflicts: readonly MergeConflict[],
  come: readonly string[],
): readonly Change[] {
  const lost = conflicts.flatMap(overruledMark)
  const wanted = [...lost, ...come.flatMap((id) => rememberedOf(doc, id))]
  const back = come.filter((id) => isRemembered(doc, id))
  return [
    ...begunOnce(wanted.flatMap((mark) => holding(doc, mark))),
    ...back.map((id) => drop('lostMarks', id)),
  ]
}

/** Several marks of one step begin one record. */
function begunOnce(changes: readonly Change[]): readonly Change[] {
  const begun = new Set<string>()
  return changes.filter(({ kind, id }) => {
    if (kind !== 'put') return true
    const first = !begun.has(id)
    begun.add(id)
    return first
  })
}

interface LostMark {
  readonly root: 'steps' | 'posts' | 'meta'
  readonly id: string
  readonly field: string
  readonly value: FieldValue | undefined
}

function overruledMark({ root, id, field, lost }: MergeConflict): readonly LostMark[] {
  if (field === undefined || !strictFields[root]?.[field]) return []
  return [{ root: root as LostMark['root'], id, field, value: lost.value as FieldValue | undefined }]
}

function isRemembered(doc: Y.Doc, id: string): boolean {
  return doc.getMap('lostMarks').has(id)
}

function rememberedOf(doc: Y.Doc, id: string): readonly LostMark[] {
  const marks = doc.getMap('lostMarks').get(id)
  if (!(marks instanceof Y.Map)) return []
  return [...(marks as Y.Map<FieldValue>).entries()].map(([field, value]) => ({
    root: 'steps',
    id,
    field,
    value,
  }))
}

function holding(doc: Y.Doc, { root, id, field, value }: LostMark): readonly Change[] {
  const stricter = strictFields[root]?.[field]
  if (!stricter) return []
  const record = doc.getMap(root).get(id)
  if (!(record instanceof Y.Map)) return root === 'steps' ? remembering(doc, id, field, value) : []
  const now = record.get(field) as FieldValue | undefined
  const held = stricter(now, value)
  return held === undefined || isSameValue(held, now) ? [] : [{ kind: 'set', root, id, field, value: held }]
}

function remembering(
  doc: Y.Doc,
  id: string,
  field: string,
  value: FieldValue | undefined,
): readonly Change[] {
  const known = doc.getMap('lostMarks').get(id)
  const before = known instanceof Y.Map ? (known as Y.Map<FieldValue>).get(field) : undefined
  const held = strictFields['steps']![field]!(value, before)
  if (held === undefined || held === false || held === '' || isSameValue(held, before)) return []
  return [
    ...(known ? [] : [{ kind: 'put', root: 'lostMarks', id, fields: {} } as const]),
    { kind: 'set', root: 'lostMarks', id, field, value: held },
  ]
}
