import { set } from '../records/changes.ts'
import type { Chart, Id } from '../chart.ts'
import type { Exit, NewStep, StepIds } from './addStep.ts'
import { insertStepAfter, insertStepInto } from './addStep.ts'
import type { Edit } from './refusal.ts'
import { allow } from './refusal.ts'

/**
 * The next step after a decision: as long as its only exit says nothing, the step goes into it, and
 * a question that is answered by yes or no is answered with yes there. Otherwise it is another exit.
 */
export function goOnFromDecision(chart: Chart, decision: Id, step: NewStep, ids: StepIds, exit: Exit): Edit {
  const exits = chart.flowlines.filter((line) => line.from === decision)
  const only = exits.length === 1 && exits[0]!.label === undefined ? exits[0]! : undefined
  if (!only) return insertStepAfter(chart, decision, step, ids, exit)
  const edit = insertStepInto(chart, only.id, step, ids)
  if (!edit.ok || !exit.answers) return edit
  return allow(...edit.changes, set('flowlines', only.id, 'label', exit.answers[0]))
}
