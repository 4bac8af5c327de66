import type { Change } from '../../model/records/changes.ts'
import { put } from '../../model/records/changes.ts'
import type { Chart, Id } from '../../model/chart.ts'
import { orderAfter, orderBeforeFirst, ordersAfterLast } from '../../model/records/order.ts'
import { allow, refuse } from '../../model/edits/refusal.ts'
import { fixWords } from '../../text/library/fixes.ts'
import { graphOf } from '../graph.ts'
import type { Fix } from './fix.ts'

/** Connects a dead end to the end; adds an end if there is none. */
export const fixDeadEnd: Fix = (chart, { steps }, newId) => {
  const { ends } = graphOf(chart)
  if (ends.length > 1) return refuse('too-few-exits', steps[0])
  return endingAt(chart, steps, ends[0]?.id, newId)
}

/** Adds an end and connects every dead end to it. */
export const fixNoEnd: Fix = (chart, _found, newId) => {
  const { exits, reached } = graphOf(chart)
  const stopping = chart.steps.filter(({ id }) => reached.has(id) && exits(id).length === 0)
  const last = chart.steps.at(-1)
  const steps = stopping.length > 0 ? stopping : last ? [last] : []
  if (stopping.length === 0 && chart.steps.length > 1) return refuse('gone')
  return endingAt(
    chart,
    steps.map(({ id }) => id),
    undefined,
    newId,
  )
}

/** Adds a start before the first step. */
export const fixNoStart: Fix = (chart, { steps: [first] }, newId) => {
  if (first === undefined) return refuse('gone')
  const start = newId()
  return allow(
    put('steps', start, {
      order: orderBeforeFirst(chart.steps),
      kind: 'terminator',
      name: fixWords.start,
    }),
    put('flowlines', newId(), { order: orderBeforeFirst(chart.flowlines), from: start, to: first }),
  )
}

function endingAt(chart: Chart, steps: readonly Id[], known: Id | undefined, newId: () => Id) {
  if (steps.length === 0) return refuse('gone')
  const end = known ?? newId()
  const orders = ordersAfterLast(chart.flowlines, steps.length)
  const made: readonly Change[] =
    known === undefined
      ? [
          put('steps', end, {
            order: orderAfter(chart.steps, chart.steps.at(-1)?.id),
            kind: 'terminator',
            name: fixWords.end,
          }),
        ]
      : []
  return allow(
    ...made,
    ...steps.map((from, at) => put('flowlines', newId(), { order: orders[at]!, from, to: end })),
  )
}
