import type { Change } from '../records/changes.ts'
import type { Chart, Id } from '../chart.ts'
import type { Edit } from './refusal.ts'
import { allow } from './refusal.ts'
import type { NewFields } from './setFields.ts'
import { setFields } from './setFields.ts'

/** Sets the same fields of several steps, or of none if one of them refuses. */
export function setFieldsOfAll(chart: Chart, steps: readonly Id[], fields: NewFields<'steps'>): Edit {
  const changes: Change[] = []
  for (const step of steps) {
    const edit = setFields(chart, 'steps', step, fields)
    if (!edit.ok) return edit
    changes.push(...edit.changes)
  }
  return allow(...changes)
}
