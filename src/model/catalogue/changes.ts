/** Catalogue changes as data. Edits return them; server and page apply them field by field. */
import type { Id } from '../chart.ts'
import { byOrder } from '../records/order.ts'
import type { Fields, FieldValue } from '../records/records.ts'
import { repairedPower, type PowerField, type PowerItem } from './powerItem.ts'

export type PowerChange =
  /** Creates a power; if the id exists, only sets the given fields. */
  | { readonly kind: 'put'; readonly id: Id; readonly fields: Fields }
  /**
   * An undefined value deletes the field. A change to a missing power is ignored: it was removed
   * concurrently.
   */
  | {
      readonly kind: 'set'
      readonly id: Id
      readonly field: PowerField
      readonly value?: FieldValue | undefined
    }
  | { readonly kind: 'drop'; readonly id: Id }

/** The fields of one power after a change; undefined if the power was removed or never existed. */
export function changedPower(before: Fields | undefined, change: PowerChange): Fields | undefined {
  switch (change.kind) {
    case 'put':
      return withoutAbsent({ ...before, ...change.fields })
    case 'set':
      return before && withoutAbsent({ ...before, [change.field]: change.value })
    case 'drop':
      return undefined
  }
}

/** Applies changes and returns the catalogue sorted by order key. */
export function applyPowerChanges(
  powers: readonly PowerItem[],
  changes: readonly PowerChange[],
): readonly PowerItem[] {
  const kept = new Map(
    powers.map(({ id, ...fields }): [Id, Fields] => [id, { ...fields } as unknown as Fields]),
  )
  for (const change of changes) {
    const after = changedPower(kept.get(change.id), change)
    if (after) kept.set(change.id, after)
    else kept.delete(change.id)
  }
  return [...kept].map(([id, fields]) => repairedPower(id, fields)).sort(byOrder)
}

function withoutAbsent(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)))
}

/** An empty text or list counts as undefined, so that 未填 has one form. */
function isEmpty(value: FieldValue | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
