import { drop, put, set } from '../records/changes.ts'
import type { Chart, Id } from '../chart.ts'
import { orderAfter } from '../records/order.ts'
import type { Edit } from './refusal.ts'
import { allow, refuse } from './refusal.ts'

/** Adds a flowline between two steps; refuses a loop to the same step and a duplicate. */
export function connect(chart: Chart, from: Id, to: Id, id: Id): Edit {
  const refusal = whyNot(chart, from, to)
  if (refusal) return refusal
  const lastExit = chart.flowlines.filter((line) => line.from === from).at(-1)
  return allow(put('flowlines', id, { order: orderAfter(chart.flowlines, lastExit?.id), from, to }))
}

/** Moves the ends of a flowline; its label stays, its side was meant for where it led. */
export function reconnect(chart: Chart, flowline: Id, from: Id, to: Id): Edit {
  const line = chart.flowlines.find((other) => other.id === flowline)
  if (!line) return refuse('gone', flowline)
  if (line.from === from && line.to === to) return allow()
  const refusal = whyNot(chart, from, to)
  if (refusal) return refusal
  return allow(
    set('flowlines', flowline, 'from', from),
    set('flowlines', flowline, 'to', to),
    ...(line.side === undefined ? [] : [set('flowlines', flowline, 'side', undefined)]),
  )
}

/** Removes flowlines; missing ones are ignored. */
export function removeFlowlines(chart: Chart, flowlines: readonly Id[]): Edit {
  const there = flowlines.filter((id) => chart.flowlines.some((line) => line.id === id))
  return allow(...there.map((id) => drop('flowlines', id)))
}

function whyNot(chart: Chart, from: Id, to: Id): Edit | undefined {
  const missing = [from, to].find((id) => !chart.steps.some((step) => step.id === id))
  if (missing !== undefined) return refuse('gone', missing)
  if (from === to) return refuse('step-to-itself', from)
  const same = chart.flowlines.find((line) => line.from === from && line.to === to)
  return same ? refuse('flowline-exists', same.id) : undefined
}
