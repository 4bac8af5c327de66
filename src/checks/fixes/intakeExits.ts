import type { Change } from '../../model/records/changes.ts'
import { put, set } from '../../model/records/changes.ts'
import type { Chart, Id, Step } from '../../model/chart.ts'
import { orderAfter, ordersAfterLast } from '../../model/records/order.ts'
import { allow, refuse } from '../../model/edits/refusal.ts'
import { fixWords } from '../../text/library/fixes.ts'
import { graphOf } from '../graph.ts'
import type { Fix } from './fix.ts'

/** Adds 补正: notified once, then back to the application (行政许可法 art. 32). */
export const fixIntakeWithoutCorrection: Fix = (chart, { steps: [intake] }, newId) => {
  const step = chart.steps.find(({ id }) => id === intake)
  if (!step) return refuse('gone', intake)
  const made = newId()
  const { label, changes } = exitTo(chart, step, made, fixWords.correctionLabel, newId)
  const back = graphOf(chart).starts.find(({ id }) => id !== step.id) ?? step
  return allow(
    put('steps', made, {
      order: orderAfter(chart.steps, step.id),
      kind: 'process',
      name: fixWords.correction,
      ...postsOf(step),
      documents: [fixWords.correctionDocument],
    }),
    ...label,
    ...changes,
    put('flowlines', newId(), { order: ordersAfterLast(chart.flowlines, 2)[1]!, from: made, to: back.id }),
  )
}

/** Adds 不予受理: a separate end, in writing (行政许可法 arts. 32, 38). */
export const fixIntakeWithoutRefusal: Fix = (chart, { steps: [intake] }, newId) => {
  const step = chart.steps.find(({ id }) => id === intake)
  if (!step) return refuse('gone', intake)
  const made = newId()
  const { label, changes } = exitTo(chart, step, made, fixWords.refusalLabel, newId)
  return allow(
    put('steps', made, {
      order: orderAfter(chart.steps, step.id),
      kind: 'terminator',
      name: fixWords.refusal,
      ...postsOf(step),
      documents: [fixWords.refusalDocument],
    }),
    ...label,
    ...changes,
  )
}

/** Adds an exit; the existing one gets a label if it has none. */
function exitTo(chart: Chart, intake: Step, to: Id, label: string, newId: () => Id) {
  const exits = chart.flowlines.filter(({ from }) => from === intake.id)
  const bare = exits.length === 1 && !exits[0]!.label?.trim() ? exits : []
  const changes: readonly Change[] = [
    put('flowlines', newId(), {
      order: ordersAfterLast(chart.flowlines, 1)[0]!,
      from: intake.id,
      to,
      label,
    }),
  ]
  return { label: bare.map(({ id }) => set('flowlines', id, 'label', fixWords.accepted)), changes }
}

function postsOf({ posts }: Step): Pick<Step, 'posts'> {
  return posts ? { posts } : {}
}
