/** The draft of 单位设置: the values read, and the changed fields. */
import { unitProblem, type Unit, type UnitField, type UnitProblem } from '../../model/unit/unit.ts'
import type { FieldValue } from '../../model/records/records.ts'
import type { UnitChanges } from '../base/api/unitApi.ts'

export interface UnitDraft {
  readonly read: Unit
  readonly changes: UnitChanges
}

/** The unit with the changes applied. */
export function drafted({ read, changes }: UnitDraft): Unit {
  const whole = Object.entries({ ...read, ...changes }).filter(([, value]) => value !== null && value !== '')
  return Object.fromEntries(whole)
}

/** A field reset to its read value is no change, because a colleague may have set it meanwhile. */
export function withChange(draft: UnitDraft, changes: UnitChanges): UnitDraft {
  const all = Object.entries({ ...draft.changes, ...changes })
  const real = all.filter(([field, value]) => !isSame(value, draft.read[field as keyof Unit]))
  return { ...draft, changes: Object.fromEntries(real) }
}

export function isChanged({ changes }: UnitDraft): boolean {
  return Object.keys(changes).length > 0
}

export type DraftProblem = readonly [UnitField, UnitProblem]

/** Errors that prevent saving, by field. */
export function draftProblems({ changes }: UnitDraft): readonly DraftProblem[] {
  const { emblem: _picture, ...values } = changes
  return (Object.entries(values) as [UnitField, FieldValue][]).flatMap(([field, value]) => {
    const problem = unitProblem(field, value)
    return problem ? [[field, problem] as const] : []
  })
}

function isSame(value: unknown, before: unknown): boolean {
  return JSON.stringify(value || null) === JSON.stringify(before ?? null)
}
