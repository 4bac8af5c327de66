import { set, put } from '../records/changes.ts'
import type { Chart, Id } from '../chart.ts'
import { orderAfter } from '../records/order.ts'
import type { Edit } from './refusal.ts'
import { allow, refuse } from './refusal.ts'
import { healed } from './removeSteps.ts'

/** Moves an existing step into a flowline; the flow is joined where the step was. */
export function moveStepInto(chart: Chart, step: Id, flowline: Id, newFlowline: Id): Edit {
  const line = chart.flowlines.find((other) => other.id === flowline)
  if (!line) return refuse('gone', flowline)
  if (!chart.steps.some((other) => other.id === step)) return refuse('gone', step)
  if (line.from === step || line.to === step) return allow()
  return allow(
    ...healed(chart, new Set([step])),
    set('flowlines', line.id, 'to', step),
    put('flowlines', newFlowline, { order: orderAfter(chart.flowlines, line.id), from: step, to: line.to }),
  )
}
