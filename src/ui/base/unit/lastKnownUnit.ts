/**
 * The last unit record from the server, kept in this browser, so that posters and new charts are
 * the same during a network outage.
 */
import { repairedUnit, type Unit } from '../../../model/unit/unit.ts'
import type { Fields } from '../../../model/records/records.ts'

const key = 'qingquan.unit'
/** Its picture, kept by `unitEmblem.ts`. */
export const emblemKey = 'qingquan.unitEmblem'

/** An empty record if nothing is known. */
export function lastKnownUnit(storage: Storage): Unit {
  try {
    return repairedUnit(JSON.parse(storage.getItem(key) ?? '{}') as Fields)
  } catch {
    return {}
  }
}

/** Returns its argument. If storage is full, the next visit asks the server again. */
export function keepUnit(unit: Unit, storage: Storage): Unit {
  try {
    storage.setItem(key, JSON.stringify(unit))
    if (unit.emblem === undefined) storage.removeItem(emblemKey)
  } catch {
    // Ignored: the server still has it.
  }
  return unit
}
