/** Changes as data: edits return them; plain records and the shared document apply them. */
import type { Id } from '../chart.ts'
import type { DocRoot, Fields, FieldValue, Records, RootFields, TraceFields } from './records.ts'

export type Change =
  | { readonly kind: 'put'; readonly root: DocRoot; readonly id: Id; readonly fields: Fields }
  /**
   * An undefined value deletes the field. If the record is missing, nothing happens: someone deleted
   * it concurrently. Records of `meta` are created on demand.
   */
  | {
      readonly kind: 'set'
      readonly root: DocRoot
      readonly id: Id
      readonly field: string
      readonly value: FieldValue | undefined
    }
  | { readonly kind: 'drop'; readonly root: DocRoot; readonly id: Id }

type DocFields = RootFields & TraceFields

/** A change that creates a whole record. */
export function put<R extends DocRoot>(root: R, id: Id, fields: DocFields[R]): Change {
  return { kind: 'put', root, id, fields: fields as unknown as Fields }
}

/** A change that sets one field of a record; undefined deletes the field. */
export function set<R extends DocRoot, F extends keyof DocFields[R] & string>(
  root: R,
  id: Id,
  field: F,
  value: DocFields[R][F] | undefined,
): Change {
  return { kind: 'set', root, id, field, value: value as unknown as FieldValue | undefined }
}

/** A change that removes a record. */
export function drop(root: DocRoot, id: Id): Change {
  return { kind: 'drop', root, id }
}

/** Applies changes in order and returns new records; the argument is not modified. */
export function applyChanges(records: Records, changes: readonly Change[]): Records {
  // One copy of a root however many changes it has: a chart may come with forty thousand.
  const touched = new Map<DocRoot, Map<Id, Fields>>()
  for (const change of changes) {
    const root = touched.get(change.root) ?? new Map(Object.entries(records[change.root] ?? {}))
    touched.set(change.root, root)
    const after = changed(root.get(change.id), change)
    if (after === undefined) root.delete(change.id)
    else root.set(change.id, after)
  }
  const written = [...touched].map(([name, root]) => [name, Object.fromEntries(root)] as const)
  return { ...records, ...Object.fromEntries(written) }
}

function changed(before: Fields | undefined, change: Change): Fields | undefined {
  switch (change.kind) {
    case 'put':
      return withoutAbsent(change.fields)
    case 'set':
      if (before === undefined && change.root !== 'meta') return undefined
      return withoutAbsent({ ...before, [change.field]: change.value })
    case 'drop':
      return undefined
  }
}

function withoutAbsent(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
