/** What a change of the catalogue did, as it is kept. Both databases write the same. */
import { changedPower, type PowerChange } from '../../model/catalogue/changes.ts'
import type { PowerChangeSet, PowerTurn } from '../../model/catalogue/powerChangeSet.ts'
import { isSameValue } from '../../model/records/isSameValue.ts'
import type { Fields } from '../../model/records/records.ts'
import type { StoredRow } from './storedRows.ts'

/** Each power that the changes touch, with its fields now. */
export function powerTurns(
  changes: readonly PowerChange[],
  now: ReadonlyMap<string, Fields>,
): readonly PowerTurn[] {
  const after = new Map<string, Fields | undefined>()
  for (const change of changes) {
    const before = after.has(change.id) ? after.get(change.id) : now.get(change.id)
    after.set(change.id, changedPower(before, change))
  }
  return [...after].flatMap(([id, fields]): readonly PowerTurn[] => {
    const before = now.get(id)
    if (isSameValue(before, fields)) return []
    return [{ id, ...(before && { before }), ...(fields && { after: fields }) }]
  })
}

export function changeSetOf(row: StoredRow): PowerChangeSet {
  return {
    id: Number(row['id']),
    at: Number(row['at']),
    by: String(row['name'] ?? row['person']),
    turns: JSON.parse(String(row['turns'])) as readonly PowerTurn[],
  }
}

/** Selects change sets; what follows says which. Their table has the name that databases know. */
export const selectChangeSets =
  'SELECT power_deeds.id, at, person, name, turns FROM power_deeds LEFT JOIN people ON people.id = person'

/** Kept: the newest thousand changes, and of those no more than 64 MB; the last one always. */
export const pruneChangeSets = `
  DELETE FROM power_deeds WHERE id IN (
    SELECT id FROM (
      SELECT id, row_number() OVER (ORDER BY id DESC) AS place, sum(bytes) OVER (ORDER BY id DESC) AS total
      FROM power_deeds
    ) AS kept WHERE place > 1000 OR (place > 1 AND total > 64000000))`
