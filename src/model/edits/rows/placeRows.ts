import { put, set } from '../../records/changes.ts'
import type { Chart, Id, Step } from '../../chart.ts'
import { orderAfter, orderBeforeFirst, ordersAfterLast } from '../../records/order.ts'
import type { Edit } from '../refusal.ts'
import { allow, refuse } from '../refusal.ts'
import { addStep, insertStepAfter, insertStepInto } from '../addStep.ts'
import type { NewStep, StepIds } from '../addStep.ts'
import { combined } from './combined.ts'

/** Inserts a step in the row above or below another and connects it accordingly. */
export function insertRow(
  chart: Chart,
  beside: Id,
  where: 'above' | 'below',
  step: NewStep,
  ids: StepIds,
): Edit {
  const place = chart.steps.findIndex((each) => each.id === beside)
  const row = chart.steps[place]
  if (!row) return refuse('gone', beside)
  if (where === 'below') return below(chart, row, step, ids)
  const incoming = chart.flowlines.filter((line) => line.to === beside)
  const above = chart.steps[place - 1]
  const line = incoming.find((each) => each.from === above?.id) ?? incoming[0]
  const order = above ? orderAfter(chart.steps, above.id) : orderBeforeFirst(chart.steps)
  if (!line)
    return combined(chart, [
      (now) => addStep(now, step, ids.step),
      () =>
        allow(
          set('steps', ids.step, 'order', order),
          put('flowlines', ids.flowline, {
            order: orderAfter(chart.flowlines, undefined),
            from: ids.step,
            to: beside,
          }),
        ),
    ])
  return combined(chart, [
    (now) => insertStepInto(now, line.id, step, ids),
    () => allow(set('steps', ids.step, 'order', order)),
  ])
}

/** After an end step the new row stays unconnected. */
function below(chart: Chart, row: Step, step: NewStep, ids: StepIds): Edit {
  const goesOn = row.kind !== 'terminator' || chart.flowlines.some((line) => line.from === row.id)
  if (goesOn) return insertStepAfter(chart, row.id, step, ids)
  return combined(chart, [
    (now) => addStep(now, step, ids.step),
    () => allow(set('steps', ids.step, 'order', orderAfter(chart.steps, row.id))),
  ])
}

/**
 * Moves rows up or down by one, keeping their relative order. Flowlines are unchanged; step numbers
 * change.
 */
export function moveRows(chart: Chart, steps: readonly Id[], direction: 'up' | 'down'): Edit {
  const moved = chart.steps.filter((step) => steps.includes(step.id))
  if (moved.length === 0) return refuse('gone', steps[0])
  const others = chart.steps.filter((step) => !steps.includes(step.id))
  const first = chart.steps.indexOf(moved[0]!)
  const last = chart.steps.indexOf(moved.at(-1)!)
  const passed = chart.steps[direction === 'up' ? first - 1 : last + 1]
  if (!passed) return allow()
  const at = others.indexOf(passed)
  const before = direction === 'up' ? others[at - 1] : passed
  let placed = others
  return allow(
    ...moved.map((step, index) => {
      const after = index === 0 ? before?.id : moved[index - 1]!.id
      const order = after === undefined ? orderBeforeFirst(placed) : orderAfter(placed, after)
      const where = after === undefined ? 0 : placed.findIndex((each) => each.id === after) + 1
      placed = [...placed.slice(0, where), { ...step, order }, ...placed.slice(where)]
      return set('steps', step.id, 'order', order)
    }),
  )
}

/** A row added below the last one. */
export interface NewRow {
  readonly id: Id
  readonly step: NewStep
  /** False for an end, or if the row names its own next steps. */
  readonly leadsOn: boolean
}

/**
 * Appends steps after the last one. Each leads to the next; the previous last step leads to the first
 * of them if it has no exit and is not an end.
 */
export function appendRows(chart: Chart, rows: readonly NewRow[], newId: () => Id): Edit {
  if (rows.some((row) => row.step.name.trim() === '')) return refuse('empty-name')
  const above = chart.steps.at(-1)
  const stopped =
    above && above.kind !== 'terminator' && !chart.flowlines.some((line) => line.from === above.id)
  const chain = [...(stopped ? [{ id: above.id, leadsOn: true }] : []), ...rows]
  const pairs = chain.flatMap((row, at) => {
    const next = chain[at + 1]
    return next && row.leadsOn ? [{ from: row.id, to: next.id }] : []
  })
  const orders = ordersAfterLast(chart.steps, rows.length)
  const lineOrders = ordersAfterLast(chart.flowlines, pairs.length)
  return allow(
    ...rows.map((row, at) => put('steps', row.id, { ...row.step, order: orders[at]! })),
    ...pairs.map((pair, at) => put('flowlines', newId(), { ...pair, order: lineOrders[at]! })),
  )
}
