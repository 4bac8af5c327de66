import { put, set } from '../records/changes.ts'
import type { Chart, Id } from '../chart.ts'
import { orderAfter, orderBeforeFirst } from '../records/order.ts'
import type { Edit } from './refusal.ts'
import { allow, refuse } from './refusal.ts'
import type { NewStep, StepIds } from './addStep.ts'

/** Inserts a step before another; incoming flowlines lead to the new step and keep their labels. */
export function insertStepBefore(chart: Chart, before: Id, step: NewStep, ids: StepIds): Edit {
  const at = chart.steps.findIndex((other) => other.id === before)
  if (at < 0) return refuse('gone', before)
  if (step.name.trim() === '') return refuse('empty-name')
  const previous = chart.steps[at - 1]
  const order = previous ? orderAfter(chart.steps, previous.id) : orderBeforeFirst(chart.steps)
  return allow(
    put('steps', ids.step, { ...step, order }),
    ...chart.flowlines
      .filter((line) => line.to === before)
      .map((line) => set('flowlines', line.id, 'to', ids.step)),
    put('flowlines', ids.flowline, {
      order: orderAfter(chart.flowlines, chart.flowlines.at(-1)?.id),
      from: ids.step,
      to: before,
    }),
  )
}
