/**
 * What the server last said of the unit, kept in this browser: an outage of the network
 * changes neither a poster nor what a new chart begins with.
 */
import { repairedUnit, type Unit } from '../../../model/unit/unit.ts'
import type { Fields } from '../../../model/records/records.ts'

const key = 'qingquan.unit'
/** Its picture, kept by `unitEmblem.ts`. */
export const emblemKey = 'qingquan.unitEmblem'

/** An empty record where nothing is known. */
export function lastKnownUnit(storage: Storage): Unit {
  try {
    return repairedUnit(JSON.parse(storage.getItem(key) ?? '{}') as Fields)
  } catch {
    return {}
  }
}

/** Answers what it was given. A browser without room asks again the next time. */
export function keepUnit(unit: Unit, storage: Storage): Unit {
  try {
    storage.setItem(key, JSON.stringify(unit))
    if (unit.emblem === undefined) storage.removeItem(emblemKey)
  } catch {
    // Nothing is lost: the server has it.
  }
  return unit
}
