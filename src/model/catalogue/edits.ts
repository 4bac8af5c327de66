/** Edits of a catalogue. Each returns the changes that carry it out and modifies nothing. */
import { generateNKeysBetween } from 'fractional-indexing'
import type { Id } from '../chart.ts'
import { byOrder, ordersAfterLast } from '../records/order.ts'
import type { Fields, FieldValue } from '../records/records.ts'
import { isSameValue } from '../records/isSameValue.ts'
import type { PowerChange } from './changes.ts'
import { powerFieldNames, type PowerField, type PowerFields, type PowerItem } from './powerItem.ts'

/** An undefined value deletes the field. */
export type NewPowerFields = {
  readonly [F in Exclude<keyof PowerFields, 'order'>]?: PowerFields[F] | undefined
}

/** Sets the same fields of many powers. Equal values produce no change; a name is never emptied. */
export function setPowers(
  powers: readonly PowerItem[],
  ids: readonly Id[],
  fields: NewPowerFields,
): readonly PowerChange[] {
  const given = Object.entries(fields) as [PowerField, FieldValue | undefined][]
  return powers
    .filter(({ id }) => ids.includes(id))
    .flatMap((power) =>
      given
        .filter(([field, value]) => field !== 'name' || (typeof value === 'string' && value.trim() !== ''))
        .filter(([field, value]) => !isSameValue(valueOf(power, field), value))
        .map(([field, value]): PowerChange => ({ kind: 'set', id: power.id, field, value })),
    )
}

/** Adds powers after the last one, in the order given. */
export function addPowers(
  powers: readonly PowerItem[],
  added: readonly NewPowerFields[],
  newId: () => Id,
): readonly PowerChange[] {
  const orders = ordersAfterLast([...powers].sort(byOrder), added.length)
  return added.map((fields, at) => ({
    kind: 'put',
    id: newId(),
    fields: { ...fields, order: orders[at] } as unknown as Fields,
  }))
}

/** Where moved powers go: before a given power or at the end, in a group or in none. */
export interface PowerPlace {
  readonly before: Id | undefined
  readonly group: string | undefined
}

/** Moves powers and keeps their relative order. Only the moved powers get new order keys. */
export function movePowers(
  powers: readonly PowerItem[],
  ids: readonly Id[],
  { before, group }: PowerPlace,
): readonly PowerChange[] {
  const sorted = [...powers].sort(byOrder)
  const moved = sorted.filter(({ id }) => ids.includes(id))
  const others = sorted.filter(({ id }) => !ids.includes(id))
  // If the target is itself moved, insert before the next power that is not.
  const from = sorted.findIndex(({ id }) => id === before)
  const target = from < 0 ? undefined : sorted.slice(from).find(({ id }) => !ids.includes(id))
  const at = target ? others.indexOf(target) : others.length
  const keys = keysBetween(others[at - 1]?.order, others[at]?.order, moved.length)
  return moved.flatMap((power, index): readonly PowerChange[] => [
    ...(power.group === group
      ? []
      : [{ kind: 'set' as const, id: power.id, field: 'group' as const, value: group }]),
    { kind: 'set', id: power.id, field: 'order', value: keys[index]! },
  ])
}

/**
 * Order keys between two bounds. Concurrently added powers may share a key; then the new keys follow
 * it.
 */
function keysBetween(low: string | undefined, high: string | undefined, count: number): readonly string[] {
  const above = high !== undefined && (low === undefined || low < high) ? high : null
  return generateNKeysBetween(low ?? null, above, count)
}

/** The changes that remove these powers. */
export function removePowers(ids: readonly Id[]): readonly PowerChange[] {
  return ids.map((id) => ({ kind: 'drop', id }))
}

/** Puts removed powers back as they were. What a list tells of them besides (whose they are) is not theirs. */
export function putBackPowers(removed: readonly PowerItem[]): readonly PowerChange[] {
  return removed.map((power) => {
    const kept = powerFieldNames.flatMap((field) => {
      const value = valueOf(power, field)
      return value === undefined ? [] : [[field, value] as const]
    })
    return { kind: 'put', id: power.id, fields: Object.fromEntries(kept) }
  })
}

function valueOf(power: PowerItem, field: PowerField): FieldValue | undefined {
  return power[field] as unknown as FieldValue | undefined
}
