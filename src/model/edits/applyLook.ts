/** 格式 of a step, taken over by others: the figure, the duty, and what is kept from the public. */
import type { Chart, Id, Step } from '../chart.ts'
import type { Change } from '../records/changes.ts'
import type { Edit } from './refusal.ts'
import { allow } from './refusal.ts'
import { setFields } from './setFields.ts'

export type StepLook = Pick<Step, 'kind' | 'duty' | 'internalOnly' | 'withheld'>

export function lookOf({ kind, duty, internalOnly, withheld }: Step): StepLook {
  return {
    kind,
    ...(duty !== undefined && { duty }),
    ...(internalOnly !== undefined && { internalOnly }),
    ...(withheld !== undefined && { withheld }),
  }
}

/**
 * All of them, or none if one refuses. Nothing becomes public by it: what a step keeps from the
 * public stays kept, and what the look keeps is kept too.
 */
export function applyLook(chart: Chart, ids: readonly Id[], look: StepLook): Edit {
  const changes: Change[] = []
  for (const id of ids) {
    const step = chart.steps.find((each) => each.id === id)
    const withheld = [...new Set([...(step?.withheld ?? []), ...(look.withheld ?? [])])]
    const edit = setFields(chart, 'steps', id, {
      kind: look.kind,
      duty: look.duty,
      ...(look.internalOnly && { internalOnly: true }),
      ...(withheld.length > 0 && { withheld }),
    })
    if (!edit.ok) return edit
    changes.push(...edit.changes)
  }
  return allow(...changes)
}
