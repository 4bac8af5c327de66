/** Changes to a catalogue as data: what an edit decides, and what server and page apply, field by field. */
import type { Id } from '../chart.ts'
import { byOrder } from '../records/order.ts'
import type { Fields, FieldValue } from '../records/records.ts'
import { repairedPower, type PowerField, type PowerItem } from './powerItem.ts'

export type PowerChange =
  /** Makes a power; where there is one of that id, only sets its fields. */
  | { readonly kind: 'put'; readonly id: Id; readonly fields: Fields }
  /** Without a value the field is taken away. A power that is not there stays away: someone else removed it. */
  | {
      readonly kind: 'set'
      readonly id: Id
      readonly field: PowerField
      readonly value?: FieldValue | undefined
    }
  | { readonly kind: 'drop'; readonly id: Id }

/** The fields of one power after a change; undefined where it is gone, or never was. */
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

/** The catalogue after changes, in its order. */
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

/** 未填 has one form only. */
function isEmpty(value: FieldValue | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
