import type { Id } from '../chart.ts'
import { isSameValue } from '../records/isSameValue.ts'
import type { Fields } from '../records/records.ts'
import type { PowerChange } from './changes.ts'
import type { PowerTurn } from './powerChangeSet.ts'
import type { PowerField } from './powerItem.ts'

export interface TakenBackChangeSet {
  readonly changes: readonly PowerChange[]
  /** Powers of which something was changed again since: that stays. */
  readonly left: readonly Id[]
}

/** Takes a change of the catalogue back, field by field, but for what was changed again since. */
export function takeBackChangeSet(
  now: ReadonlyMap<Id, Fields>,
  turns: readonly PowerTurn[],
): TakenBackChangeSet {
  const each = turns.map((turn) => takenBackTurn(now.get(turn.id), turn))
  return {
    changes: each.flatMap(({ changes }) => changes),
    left: each.flatMap(({ isLeft }, at) => (isLeft ? [turns[at]!.id] : [])),
  }
}

function takenBackTurn(
  now: Fields | undefined,
  { id, before, after }: PowerTurn,
): { readonly changes: readonly PowerChange[]; readonly isLeft: boolean } {
  if (!before) {
    const isUntouched = isSameValue(now, after)
    return {
      changes: now && isUntouched ? [{ kind: 'drop', id }] : [],
      isLeft: now !== undefined && !isUntouched,
    }
  }
  if (!after) return { changes: now ? [] : [{ kind: 'put', id, fields: before }], isLeft: now !== undefined }
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => !isSameValue(before[field], after[field]),
  )
  const own = now ? fields.filter((field) => isSameValue(now[field], after[field])) : []
  return {
    changes: own.map((field) => ({ kind: 'set', id, field: field as PowerField, value: before[field] })),
    isLeft: own.length < fields.length,
  }
}
