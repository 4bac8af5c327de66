/** What may be done to a catalogue. Each edit answers the changes that would do it. */
import { generateNKeysBetween } from 'fractional-indexing'
import type { Id } from '../chart.ts'
import { byOrder, ordersAfterLast } from '../records/order.ts'
import type { Fields, FieldValue } from '../records/records.ts'
import { isSameValue } from '../records/isSameValue.ts'
import type { PowerChange } from './changes.ts'
import type { PowerField, PowerFields, PowerItem } from './powerItem.ts'

/** Undefined takes a field away. */
export type NewPowerFields = {
  readonly [F in Exclude<keyof PowerFields, 'order'>]?: PowerFields[F] | undefined
}

/** Sets the same fields of many powers; what already says so is not touched. A name is never emptied. */
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

/** New powers behind the last, in the order given. */
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

/** Where powers are dropped: before another one, or at the end, in a group or in none. */
export interface PowerPlace {
  readonly before: Id | undefined
  readonly group: string | undefined
}

/** Moves powers, keeping their order among themselves. Only what is moved gets another key. */
export function movePowers(
  powers: readonly PowerItem[],
  ids: readonly Id[],
  { before, group }: PowerPlace,
): readonly PowerChange[] {
  const sorted = [...powers].sort(byOrder)
  const moved = sorted.filter(({ id }) => ids.includes(id))
  const others = sorted.filter(({ id }) => !ids.includes(id))
  // Dropped on one of themselves they stand where it stood: before the next that stays.
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

/** Two powers that were added at once may have one key: then there is nothing between them, and behind is near enough. */
function keysBetween(low: string | undefined, high: string | undefined, count: number): readonly string[] {
  const above = high !== undefined && (low === undefined || low < high) ? high : null
  return generateNKeysBetween(low ?? null, above, count)
}

export function removePowers(ids: readonly Id[]): readonly PowerChange[] {
  return ids.map((id) => ({ kind: 'drop', id }))
}

function valueOf(power: PowerItem, field: PowerField): FieldValue | undefined {
  return power[field] as unknown as FieldValue | undefined
}
