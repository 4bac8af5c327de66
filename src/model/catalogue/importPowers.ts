/** 导入: merges powers read from a table into the existing catalogue. */
import type { Id } from '../chart.ts'
import type { PowerChange } from './changes.ts'
import { addPowers, setPowers, type NewPowerFields } from './edits.ts'
import type { PowerItem } from './powerItem.ts'

export type ReadPower = Omit<PowerItem, 'id' | 'order'>

export interface PowersImport {
  readonly changes: readonly PowerChange[]
  readonly added: number
  readonly changed: number
  readonly same: number
}

/**
 * Two powers match by code; if either has no code, by name and exercising body. An empty cell leaves
 * the existing value unchanged.
 */
export function importPowers(
  there: readonly PowerItem[],
  read: readonly ReadPower[],
  newId: () => Id,
): PowersImport {
  const known = new Map(there.flatMap((power) => keysOf(power).map((key) => [key, power] as const)))
  const matched = read.map((power) => ({
    power,
    match: keysOf(power).flatMap((key) => known.get(key) ?? [])[0],
  }))
  const changes = matched.map(({ power, match }) =>
    match ? setPowers([match], [match.id], given(power)) : undefined,
  )
  const fresh = matched.filter(({ match }) => !match).map(({ power }) => power)
  return {
    changes: [...changes.flatMap((one) => one ?? []), ...addPowers(there, fresh, newId)],
    added: fresh.length,
    changed: changes.filter((one) => one !== undefined && one.length > 0).length,
    same: changes.filter((one) => one?.length === 0).length,
  }
}

/** Whether two table rows describe the same power. */
export function isSamePower(a: ReadPower, b: ReadPower): boolean {
  const keys = keysOf(a)
  return keysOf(b).some((key) => keys.includes(key))
}

/** The matching keys of a power, for `importPowers`. */
export function keysOf({ code, name, exercisedBy }: ReadPower): readonly string[] {
  return code ? [`code ${code.trim()}`] : [`name ${name.trim()} ${exercisedBy?.trim() ?? ''}`]
}

function given(power: ReadPower): NewPowerFields {
  return Object.fromEntries(Object.entries(power).filter(([, value]) => value !== undefined && value !== ''))
}
